// Draws the pictures of the pages with the library's own functions, into docs/images.
import { mkdirSync, writeFileSync } from "node:fs";
import { drawChart } from "./pictures/draw-chart.ts";
import { PICTURES } from "./pictures/pictures.ts";

for (const [file, chart] of Object.entries(PICTURES)) {
  const target = new URL(`../docs/images/${file}`, import.meta.url);
  mkdirSync(new URL(".", target), { recursive: true });
  writeFileSync(target, drawChart(chart));
}
