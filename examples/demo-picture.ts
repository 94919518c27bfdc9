// Draws the picture of the README from the demo's own report: `npm run picture` writes docs/images/demo.svg.
import { writeFileSync } from "node:fs";
import { drawReport } from "./demo-picture/draw-report.ts";

writeFileSync(new URL("../docs/images/demo.svg", import.meta.url), await drawReport());
