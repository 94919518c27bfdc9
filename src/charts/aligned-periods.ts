import type { ChartPart } from "./chart.ts";

/** An axis of periods with equal steps, so that the lines and bars of panels stand below each other; names only where they have room. */
export function alignedPeriods(title: string, periods: readonly string[], named = true): ChartPart {
  return {
    field: "period",
    type: "ordinal",
    sort: null,
    title: named ? title : null,
    scale: { type: "band", domain: periods, padding: 0.2 },
    axis: { labels: named, ticks: named, labelAngle: 0, labelOverlap: true, labelSeparation: 8, grid: false },
  };
}
