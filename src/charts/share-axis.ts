import type { ChartPart } from "./chart.ts";

/** An upright axis of shares: percentages on quiet lines, from 0 to `most`, or to what the figures need. */
export function shareAxis(field: string, title: string, most?: number): ChartPart {
  return {
    field,
    type: "quantitative",
    title,
    scale: most === undefined ? { zero: true, nice: true } : { domain: [0, most] },
    axis: { format: ".0%", tickCount: 5, domain: false, ticks: false },
  };
}
