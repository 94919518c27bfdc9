// Draws the pictures of the pages with the library's own functions, and those that a page's own code draws, into docs/images.
import { mkdirSync, writeFileSync } from "node:fs";
import { drawChart } from "./pictures/draw-chart.ts";
import { drawPage } from "./pictures/draw-page.ts";
import { PAGE_WALKS } from "./pictures/page-walks.ts";
import { PICTURES } from "./pictures/pictures.ts";

for (const [file, chart] of Object.entries(PICTURES)) {
  const target = new URL(`../docs/images/${file}`, import.meta.url);
  mkdirSync(new URL(".", target), { recursive: true });
  writeFileSync(target, drawChart(chart));
}

for (const walk of PAGE_WALKS) writeFileSync(new URL(`../${walk.image}`, import.meta.url), drawPage(walk));
