// Draws the pictures of the pages about models with the library's own functions, into docs/images/models.
import { writeFileSync } from "node:fs";
import { drawChart } from "./model-pictures/draw-chart.ts";
import { PICTURES } from "./model-pictures/pictures.ts";

for (const [file, chart] of Object.entries(PICTURES)) {
  writeFileSync(new URL(`../docs/images/models/${file}`, import.meta.url), drawChart(chart));
}
