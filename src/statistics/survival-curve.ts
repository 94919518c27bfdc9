import { checkOneOf, invalidOption } from "../rows/options.ts";
import { checkLevel, standardErrorsOfLevel } from "./confidence.ts";
import type { RiskWarning } from "./risk-warnings.ts";
import {
  SURVIVAL_INTERVAL_SCALES,
  type SurvivalIntervalScale,
  type SurvivalIntervalShape,
} from "./survival-interval.ts";

/** One time of a survival curve: what happened, and the share that survives it. */
export interface SurvivalRow {
  /** A time at which an event or a censoring happened, in the unit of the durations. */
  readonly time: number;
  /** Those under observation just before the time. */
  readonly atRisk: number;
  readonly events: number;
  /** Those last seen at this time, without the event; they count as at risk at it. */
  readonly censored: number;
  /** Estimated share without the event up to and including this time. */
  readonly survival: number;
  /** Greenwood's standard error; `null` where the survival is 0, since the formula has no value there. */
  readonly standardError: number | null;
  /** Lower limit of the pointwise interval; `null` where the survival is 0 or 1. */
  readonly lower: number | null;
  /** Upper limit of the pointwise interval; `null` where the survival is 0 or 1. */
  readonly upper: number | null;
}

/** A Kaplan–Meier curve. It falls at the times of events and is flat between them. */
export interface SurvivalCurve {
  readonly kind: "kaplan-meier";
  /** Share of such intervals that cover the true value, at one time. */
  readonly level: number;
  /** Scale on which the intervals are symmetric. */
  readonly interval: SurvivalIntervalScale;
  /** Number of durations (sum of weights). */
  readonly observations: number;
  /** Number of events among them (sum of weights). */
  readonly events: number;
  /** A row for each distinct time, ascending; the last is where observation ended. */
  readonly rows: readonly SurvivalRow[];
  readonly warnings: readonly RiskWarning[];
}

/** Refuses what is no survival curve. */
export function checkCurve(curve: SurvivalCurve, path = "curve"): void {
  if (
    typeof curve !== "object" ||
    curve === null ||
    curve.kind !== "kaplan-meier" ||
    !Array.isArray(curve.rows)
  ) {
    throw invalidOption(path, curve, "This is no survival curve: pass what kaplanMeier returns.");
  }
  checkLevel(curve.level, `${path}.level`);
  checkOneOf(`${path}.interval`, curve.interval, SURVIVAL_INTERVAL_SCALES);
}

/** How the intervals of a curve are made. */
export function intervalShape({ level, interval }: SurvivalCurve): SurvivalIntervalShape {
  return { z: standardErrorsOfLevel(level), scale: interval };
}

/** How many rows of a curve lie at or before a time. */
export function rowsUntil(rows: readonly { readonly time: number }[], time: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.time ?? Number.POSITIVE_INFINITY) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The survival at a time; `null` if the data do not reach so far. */
export function survivalUntil({ rows }: SurvivalCurve, time: number): number | null {
  const last = rows.at(-1);
  if (last !== undefined && time > last.time && last.survival > 0) return null;
  return rows[rowsUntil(rows, time) - 1]?.survival ?? 1;
}
