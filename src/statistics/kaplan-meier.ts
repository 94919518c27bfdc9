import { checkNames, checkOneOf } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "./confidence.ts";
import type { ObservedDurations } from "./observed-durations.ts";
import { withoutWeightless } from "./pick-durations.ts";
import { productLimit } from "./product-limit.ts";
import { type DurationArrays, readDurations } from "./read-durations.ts";
import { type RiskTable, riskTable } from "./risk-table.ts";
import { riskWarnings } from "./risk-warnings.ts";
import type { SurvivalCurve, SurvivalRow } from "./survival-curve.ts";
import {
  SURVIVAL_INTERVAL_SCALES,
  type SurvivalIntervalScale,
  type SurvivalIntervalShape,
  survivalEstimate,
} from "./survival-interval.ts";

/** How the intervals of a survival curve are made. */
export interface KaplanMeierOptions extends ConfidenceOptions {
  /**
   * Scale on which intervals are symmetric: `"log-log"` (default) stays within 0 and 1 and holds its level for few cases, `"log"` is what R's
   * `survfit` gives, `"plain"` is the textbook's survival ± z standard errors. All are clipped to [0, 1].
   */
  readonly interval?: SurvivalIntervalScale;
}

/**
 * Estimates the share that survives each time, although some are still being observed (Kaplan–Meier).
 *
 * At each time with events the survival falls by the share of those at risk who had one; who is censored at that time still counts as at risk.
 * Standard errors are Greenwood's; weights enter them as frequencies (weight 3 is three people). Where the survival is 1 or 0 there is nothing to
 * estimate an error from: limits are `null`, and the standard error is 0 and `null`. With late entries (`entry`) see `warnings`.
 *
 * @param durations - Rows `{ duration, event, entry?, weight? }` or columns of these names, in any unit of time.
 * @param options - `level` (default 0.95) and `interval` (default `"log-log"`).
 * @returns `{ kind, level, interval, observations, events, rows, warnings }` with a row for each distinct time, of events and of
 *   censorings: `{ time, atRisk, events, censored, survival, standardError, lower, upper }`.
 * @throws {@link DataError} with all faulty rows, for columns of unequal length, without durations, or for an option that cannot be used.
 * @see Kaplan & Meier (1958); Greenwood (1926); Kalbfleisch & Prentice (1980), section 1.3.
 *
 * @example
 * import { kaplanMeier } from "clientele";
 *
 * const curve = kaplanMeier([
 *   { duration: 3, event: true },
 *   { duration: 5, event: false },
 *   { duration: 8, event: true },
 *   { duration: 12, event: false },
 * ]);
 * curve.rows.map((row) => row.survival); // => [0.75, 0.75, 0.375, 0.375]
 * curve.rows[0]; // => { time: 3, atRisk: 4, events: 1, censored: 0, survival: 0.75, standardError: 0.2165, lower: 0.1279, upper: 0.9605 }
 */
export function kaplanMeier(durations: ObservedDurations, options: KaplanMeierOptions = {}): SurvivalCurve {
  const checked = checkedSurvivalOptions(options);
  return survivalCurveOf(withoutWeightless(readDurations(durations)), checked);
}

/** The options with their defaults. */
export function checkedSurvivalOptions(options: KaplanMeierOptions): Required<KaplanMeierOptions> {
  checkNames("options", options, { level: true, interval: true } satisfies Record<
    keyof KaplanMeierOptions,
    true
  >);
  const { level = 0.95, interval = "log-log" } = options;
  checkLevel(level);
  checkOneOf("interval", interval, SURVIVAL_INTERVAL_SCALES);
  return { level, interval };
}

/** The curve of checked durations, none of weight 0. */
export function survivalCurveOf(
  durations: DurationArrays,
  { level, interval }: Required<KaplanMeierOptions>,
): SurvivalCurve {
  const table = riskTable(durations);
  const rows = survivalRows(table, { z: standardErrorsOfLevel(level), scale: interval });
  const { events, observations } = totals(table);
  return { kind: "kaplan-meier", level, interval, observations, events, rows, warnings: riskWarnings(table) };
}

/** How many there were, and how many events. */
export function totals({ events, censored }: RiskTable): {
  readonly observations: number;
  readonly events: number;
} {
  let eventful = 0;
  let eventless = 0;
  for (let k = 0; k < events.length; k++) {
    eventful += events[k] as number;
    eventless += censored[k] as number;
  }
  return { observations: eventful + eventless, events: eventful };
}

function survivalRows(table: RiskTable, shape: SurvivalIntervalShape): SurvivalRow[] {
  const { survival, greenwood } = productLimit(table);
  const rows = new Array<SurvivalRow>(survival.length);
  let estimate = survivalEstimate(1, 0, shape);
  for (let k = 0; k < survival.length; k++) {
    const events = table.events[k] as number;
    const share = survival[k] as number;
    if (events > 0) estimate = survivalEstimate(share, greenwood[k] as number, shape);
    rows[k] = {
      time: table.times[k] as number,
      atRisk: table.atRisk[k] as number,
      events,
      censored: table.censored[k] as number,
      survival: share,
      standardError: estimate.standardError,
      lower: estimate.lower,
      upper: estimate.upper,
    };
  }
  return rows;
}
