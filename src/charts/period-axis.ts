import type { ChartPart } from "./chart.ts";

/** Pixels of a character in a name of a period, and those between two names. */
const CHARACTER = 6.6;
const GAP = 8;

/** Pixels that a name on its side needs beside the next one. */
const LINE = 13;

/** An axis of periods by their names, oldest first; upright or thinned out where they have no room side by side. */
export function periodAxis(periods: readonly string[], title: string, width: number): ChartPart {
  const room = width / Math.max(1, periods.length);
  const turned = { labelAngle: -90, labelBaseline: "middle", labelAlign: "right" };
  return {
    field: "period",
    type: "ordinal",
    title,
    scale: { domain: periods, paddingInner: 0.25 },
    axis: {
      ...(room < nameWidth(periods) - 1 ? turned : { labelAngle: 0 }),
      labelOverlap: room < LINE,
      domain: false,
      grid: false,
      ticks: false,
    },
  };
}

/** A width that gives each period room for its name, within reason. */
export function periodsWidth(periods: readonly string[]): number {
  return Math.round(Math.min(860, Math.max(300, periods.length * nameWidth(periods))));
}

function nameWidth(periods: readonly string[]): number {
  return GAP + CHARACTER * periods.reduce((most, { length }) => Math.max(most, length), 0);
}
