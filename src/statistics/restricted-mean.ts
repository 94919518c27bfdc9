import { checkNumber } from "../rows/options.ts";
import { standardErrorsOfLevel } from "./confidence.ts";
import { greenwoodStep } from "./product-limit.ts";
import { checkCurve, rowsUntil, type SurvivalCurve, survivalUntil } from "./survival-curve.ts";

/** A mean survival time up to a limit. */
export interface RestrictedMean {
  /** Mean time without the event, at most `until`; `null` where the data do not reach so far. */
  readonly value: number | null;
  readonly standardError: number | null;
  /** At least 0. */
  readonly lower: number | null;
  /** At most `until`. */
  readonly upper: number | null;
  /** Share of such intervals that cover the true value. */
  readonly level: number;
}

/**
 * The mean time that passes without the event, counting no more than up to a limit: the area under the survival curve from 0 to it.
 *
 * It exists where the median does not, since it asks nothing of the time after the limit. Its variance is Σ A² · events ÷ (at risk · (at risk −
 * events)) over the times up to the limit, where A is the area from that time to the limit.
 *
 * @param curve - What `kaplanMeier` returns.
 * @param until - The limit, above 0, in the unit of the durations.
 * @returns `{ value, standardError, lower, upper, level }` in the unit of the durations, at the curve's level, within [0, until]; all `null` but the
 *   level if `until` is after the last observed time and the curve has not come down to 0.
 * @throws {@link DataError} if it is no curve or no such time.
 * @see Klein & Moeschberger (2003), "Survival Analysis", equations 4.5.1 and 4.5.2.
 *
 * @example
 * import { kaplanMeier, restrictedMean } from "clientele";
 *
 * const curve = kaplanMeier({ duration: [3, 5, 8, 12], event: [1, 0, 1, 0] });
 * restrictedMean(curve, 10); // => { value: 7.5, standardError: 1.403, lower: 4.750, upper: 10, level: 0.95 }
 * restrictedMean(curve, 13).value; // => null
 */
export function restrictedMean(curve: SurvivalCurve, until: number): RestrictedMean {
  checkCurve(curve);
  checkNumber("until", until, { above: 0 });
  const { level } = curve;
  if (survivalUntil(curve, until) === null) {
    return { value: null, standardError: null, lower: null, upper: null, level };
  }
  const { area, variance } = areaUntil(curve, until);
  const standardError = Math.sqrt(variance);
  const reach = standardErrorsOfLevel(level) * standardError;
  const lower = Math.max(0, area - reach);
  return { value: area, standardError, lower, upper: Math.min(until, area + reach), level };
}

/** From the end to the start, since each time needs the area after it. */
function areaUntil(
  { rows }: SurvivalCurve,
  until: number,
): { readonly area: number; readonly variance: number } {
  let area = 0;
  let variance = 0;
  let end = until;
  for (let k = rowsUntil(rows, until) - 1; k >= 0; k--) {
    const { time, atRisk, events, survival } = rows[k] as SurvivalCurve["rows"][number];
    area += survival * (end - time);
    // No area, no error: where all have the event, Greenwood's step alone would be infinite.
    if (area > 0) variance += area * area * greenwoodStep(atRisk, events);
    end = time;
  }
  // Rounding must not make the mean longer than the time it is taken over.
  return { area: Math.min(until, area + end), variance };
}
