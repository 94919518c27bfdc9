import type { SurvivalCurve, SurvivalRow } from "../statistics/survival-curve.ts";
import { rowsUntil } from "../statistics/survival-curve.ts";
import type { ChartRow } from "./chart.ts";

/** A curve with its name. */
export interface NamedCurve {
  readonly name: string;
  readonly curve: SurvivalCurve;
}

/** How many places along the axis can show a tick of their own. */
const TICK_PLACES = 160;

/** The corners of a curve from 0 on, and where somebody was last seen: of ticks that would touch, the first. */
export function survivalRows({ name, curve }: NamedCurve, last: number): readonly ChartRow[] {
  const { rows, observations } = curve;
  const start = { time: 0, survival: 1, lower: null, upper: null };
  const origin = { atRisk: rows[0]?.atRisk ?? observations, events: 0, censored: 0 };
  const drawn: ChartRow[] = [{ group: name, ...start, ...origin }];
  let place = -1;
  rows.forEach((row, at) => {
    const own = Math.floor((row.time / last) * TICK_PLACES);
    const isTick = row.censored > 0 && own > place;
    if (row.events === 0 && !isTick && at < rows.length - 1) return;
    if (isTick) place = own;
    drawn.push(rowOf(name, row));
  });
  return drawn;
}

function rowOf(group: string, row: SurvivalRow): ChartRow {
  const { time, survival, lower, upper, atRisk, events, censored } = row;
  return { group, time, survival, lower, upper, atRisk, events, censored };
}

/** How many were under observation at each of the times: just before it, and at 0 those of the first row. */
export function riskRows({ name, curve }: NamedCurve, times: readonly number[]): readonly ChartRow[] {
  const { rows } = curve;
  return times.map((time) => {
    const at = rowsUntil(rows, time);
    const previous = rows[at - 1];
    const row = previous !== undefined && previous.time === time ? previous : rows[at];
    return { group: name, time, atRisk: row?.atRisk ?? 0 };
  });
}
