import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawReport } from "../../examples/demo-picture/draw-report.ts";

it("the README's picture shows what the demo prints", async () => {
  const picture = readFileSync(new URL("../../docs/images/demo.svg", import.meta.url), "utf8");
  expect(await drawReport(), "run `npm run picture`").toBe(picture);
});
