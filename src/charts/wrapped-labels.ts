import type { ChartPart } from "./chart.ts";
import { wrappedText } from "./wrapped-text.ts";

/** An axis at the bottom that breaks names between words, so that none is turned or left out. */
export function wrappedLabels(names: readonly string[], longest: number): ChartPart {
  const lines = Object.fromEntries(names.map((name) => [name, wrappedText(name, longest).split("\n")]));
  return {
    labelExpr: `(${JSON.stringify(lines)})[datum.label]`,
    labelAngle: 0,
    labelFontSize: 11,
    labelOverlap: false,
    labelLimit: 400,
    domain: false,
    ticks: false,
  };
}
