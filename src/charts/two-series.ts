import type { ChartPart } from "./chart.ts";
import type { Palette } from "./theme.ts";

/** Colours of two lines that are held against each other: what came first, what was said of it second. */
export function twoColours(names: readonly [string, string], { categories }: Palette): ChartPart {
  return {
    field: "series",
    type: "nominal",
    title: null,
    scale: { domain: names, range: categories.slice(0, 2) },
    legend: { orient: "top", symbolType: "stroke", symbolStrokeWidth: 2.5 },
  };
}

/** The second line is dashed, so that the colour is not alone. */
export function twoDashes(names: readonly [string, string]): ChartPart {
  return {
    field: "series",
    type: "nominal",
    title: null,
    scale: {
      domain: names,
      range: [
        [1, 0],
        [6, 3],
      ],
    },
  };
}
