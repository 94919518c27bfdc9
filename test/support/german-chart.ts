import { expect } from "vitest";
import type { Chart } from "../../src/charts/chart.ts";
import { svgOf } from "./render-chart.ts";

/** Draws a German chart on dark ground: these words stand in it, and none of the English ones. */
export async function expectGerman(chart: Chart, german: readonly string[], english: RegExp): Promise<void> {
  const svg = await svgOf(chart);
  const words = wordsOf(svg);
  for (const word of german) expect(words).toContain(word);
  expect(words).not.toMatch(english);
  expect(svg).toContain("#10151c");
}

/** What is read of a chart, and read out of its marks; what Vega itself says of axes and legends is always English. */
function wordsOf(svg: string): string {
  const read = [...svg.matchAll(/>([^<>]+)</g)].map(([, text]) => text);
  const marks = [...svg.matchAll(/aria-label="([^"]*)" role="graphics-symbol" aria-roledescription="(\w+)/g)];
  const spoken = marks
    .filter(([, , kind]) => kind !== "axis" && kind !== "legend" && kind !== "title" && kind !== "subtitle")
    .map(([, text]) => text);
  return [...read, ...spoken].join("\n");
}
