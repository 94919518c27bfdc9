import type { ChartPart } from "./chart.ts";
import type { Palette } from "./theme.ts";

/** The dashed line on which both axes of shares agree, with its name beside it. */
export function diagonal(x: ChartPart, y: ChartPart, name: string, { muted }: Palette): readonly ChartPart[] {
  const ends = [
    { along: 0, label: "" },
    { along: 1, label: name },
  ];
  const encoding = { x: { ...x, field: "along" }, y: { ...y, field: "along" } };
  return [
    {
      data: { values: ends },
      mark: { type: "line", color: muted, strokeWidth: 1.2, strokeDash: [5, 4], aria: false },
      encoding,
    },
    {
      data: { values: ends },
      mark: {
        type: "text",
        color: muted,
        align: "right",
        baseline: "bottom",
        dy: -4,
        fontSize: 11,
        aria: false,
      },
      encoding: { ...encoding, text: { field: "label" } },
    },
  ];
}
