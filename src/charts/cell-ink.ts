import type { ChartPart } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";

/**
 * The colour of text on a cell of a heat map, so that it can be read on pale and on strong cells.
 *
 * @param depth - Expression of how strong the cell is, from 0 (`few`) to 1 (`many`).
 */
export function cellInk(depth: string, { theme, palette }: CheckedChartOptions): ChartPart {
  // Where the contrast with either ink is the same.
  const turn = theme === "dark" ? 0.46 : 0.6;
  return { condition: { test: `${depth} > ${turn}`, value: palette.ground }, value: palette.text };
}
