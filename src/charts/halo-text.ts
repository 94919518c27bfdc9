import type { ChartPart } from "./chart.ts";
import type { Palette } from "./theme.ts";

/** A layer of text that may lie on lines, with the ground around its letters so that it can be read. */
export function haloText(layer: ChartPart, { ground }: Palette): readonly ChartPart[] {
  const mark = layer["mark"] as ChartPart;
  return [
    { ...layer, mark: { ...mark, aria: false, stroke: ground, strokeWidth: 4, strokeJoin: "round" } },
    { ...layer, mark: { ...mark, aria: false } },
  ];
}
