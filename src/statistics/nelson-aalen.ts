import { checkNames, checkOneOf } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "./confidence.ts";
import { totals } from "./kaplan-meier.ts";
import type { ObservedDurations } from "./observed-durations.ts";
import { withoutWeightless } from "./pick-durations.ts";
import { readDurations } from "./read-durations.ts";
import { type RiskTable, riskTable } from "./risk-table.ts";
import { type RiskWarning, riskWarnings } from "./risk-warnings.ts";

/** On which scale the interval of a cumulative hazard is symmetric. */
export type HazardIntervalScale = "log" | "plain";

/** How the intervals of a cumulative hazard are made. */
export interface HazardOptions extends ConfidenceOptions {
  /** Scale on which intervals are symmetric: `"log"` (default) stays above 0, `"plain"` is hazard ± z standard errors, clipped at 0. */
  readonly interval?: HazardIntervalScale;
}

/** One time of a cumulative hazard. */
export interface HazardRow {
  /** A time at which an event or a censoring happened, in the unit of the durations. */
  readonly time: number;
  /** Those under observation just before the time. */
  readonly atRisk: number;
  readonly events: number;
  /** Those last seen at this time, without the event; they count as at risk at it. */
  readonly censored: number;
  /** Sum of events ÷ at risk up to and including this time. */
  readonly cumulativeHazard: number;
  readonly standardError: number;
  /** Lower limit of the pointwise interval; `null` where the hazard is 0. */
  readonly lower: number | null;
  /** Upper limit of the pointwise interval; `null` where the hazard is 0. */
  readonly upper: number | null;
}

/** A Nelson–Aalen curve: the risk that has piled up by each time. */
export interface HazardCurve {
  readonly kind: "nelson-aalen";
  /** Share of such intervals that cover the true value, at one time. */
  readonly level: number;
  /** Scale on which the intervals are symmetric. */
  readonly interval: HazardIntervalScale;
  /** Number of durations (sum of weights). */
  readonly observations: number;
  /** Number of events among them (sum of weights). */
  readonly events: number;
  /** A row for each distinct time, ascending. */
  readonly rows: readonly HazardRow[];
  readonly warnings: readonly RiskWarning[];
}

/**
 * Estimates the cumulative hazard (Nelson–Aalen): its slope is the risk at each age, so that a straight line means a constant churn rate.
 *
 * At each time it rises by events ÷ at risk, also where several events fall on one time (no correction for ties, as if the clock were as coarse as
 * the risk). The variance is Σ events ÷ at risk². Weights are frequencies, and late entries are warned of as by `kaplanMeier`.
 *
 * @param durations - Rows `{ duration, event, entry?, weight? }` or columns of these names, in any unit of time.
 * @param options - `level` (default 0.95) and `interval` (`"log"`, the default, or `"plain"`).
 * @returns `{ kind, level, interval, observations, events, rows, warnings }` with a row for each distinct time: `{ time, atRisk, events,
 *   censored, cumulativeHazard, standardError, lower, upper }`.
 * @throws {@link DataError} with all faulty rows, for columns of unequal length, without durations, or for an option that cannot be used.
 * @see Aalen (1978), "Nonparametric inference for a family of counting processes"; Klein & Moeschberger (2003), equations 4.2.3 and 4.2.4.
 *
 * @example
 * import { nelsonAalen } from "clientele";
 *
 * const hazard = nelsonAalen({ duration: [3, 5, 8, 12], event: [1, 0, 1, 0] });
 * hazard.rows.map((row) => row.cumulativeHazard); // => [0.25, 0.25, 0.75, 0.75]
 */
export function nelsonAalen(durations: ObservedDurations, options: HazardOptions = {}): HazardCurve {
  checkNames("options", options, { level: true, interval: true } satisfies Record<keyof HazardOptions, true>);
  const { level = 0.95, interval = "log" } = options;
  checkLevel(level);
  checkOneOf("interval", interval, ["log", "plain"] satisfies HazardIntervalScale[]);
  const table = riskTable(withoutWeightless(readDurations(durations)));
  const rows = hazardRows(table, standardErrorsOfLevel(level), interval);
  const { observations, events } = totals(table);
  return { kind: "nelson-aalen", level, interval, observations, events, rows, warnings: riskWarnings(table) };
}

function hazardRows(table: RiskTable, z: number, scale: HazardIntervalScale): HazardRow[] {
  const rows = new Array<HazardRow>(table.times.length);
  let cumulativeHazard = 0;
  let variance = 0;
  for (let k = 0; k < rows.length; k++) {
    const atRisk = table.atRisk[k] as number;
    const events = table.events[k] as number;
    cumulativeHazard += events / atRisk;
    variance += events / atRisk / atRisk;
    const standardError = Math.sqrt(variance);
    rows[k] = {
      time: table.times[k] as number,
      atRisk,
      events,
      censored: table.censored[k] as number,
      cumulativeHazard,
      standardError,
      ...hazardInterval(cumulativeHazard, z * standardError, scale),
    };
  }
  return rows;
}

function hazardInterval(
  hazard: number,
  reach: number,
  scale: HazardIntervalScale,
): Pick<HazardRow, "lower" | "upper"> {
  if (hazard === 0) return { lower: null, upper: null };
  if (scale === "plain") return { lower: Math.max(0, hazard - reach), upper: hazard + reach };
  const factor = Math.exp(reach / hazard);
  return { lower: hazard / factor, upper: hazard * factor };
}
