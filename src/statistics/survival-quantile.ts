import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import type { PredictedSurvival } from "./cox-survival.ts";
import { greenwoodStep } from "./product-limit.ts";
import { checkCurve, intervalShape, rowsUntil, type SurvivalCurve, survivalUntil } from "./survival-curve.ts";
import { survivalEstimate } from "./survival-interval.ts";

/** From when on time is counted. */
export interface SurvivalQuantileOptions {
  /** Time that has been survived already, in the unit of the durations. Default 0. */
  readonly given?: number;
}

/** A time by which a share has had the event, with its interval; `null` where the curve does not come down so far. */
export interface SurvivalQuantile {
  readonly time: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Survival that misses its mark by no more than rounding has reached it. */
const ROUNDING = 1e-12;

/**
 * The time by which a share has had the event; the median for 0.5.
 *
 * It is the smallest time at which the survival is 1 − p or less. Where the curve is exactly 1 − p for a stretch, that is the start of the
 * stretch (R's `quantile` takes its middle). The interval is that of Brookmeyer and Crowley: the times at which the lower and the
 * upper limit of the curve come down to 1 − p, so it depends on the curve's kind of interval. With `given` all times are counted from
 * there, among those who got so far: the median residual life. Of a predicted curve the limits are those of all customers with such covariates,
 * not of this one; with `given` they are not told.
 *
 * @param curve - What `kaplanMeier` returns, or `coxSurvival` without `times`.
 * @param p - Share that has had the event, above 0 and at most 1; default 0.5.
 * @param options - `given`, the time survived already, default 0.
 * @returns `{ time, lower, upper }` in the unit of the durations, counted from `given`; each `null` if the curve (or its limit) does not come
 *   down so far while there are data.
 * @throws {@link DataError} if it is no curve, or the share or the time is none.
 * @see Brookmeyer & Crowley (1982), "A confidence interval for the median survival time".
 *
 * @example
 * import { kaplanMeier, survivalQuantile } from "clientele";
 *
 * const curve = kaplanMeier({ duration: [2, 3, 3, 5, 6, 8, 8, 9], event: [1, 1, 0, 1, 1, 1, 0, 1] });
 * survivalQuantile(curve); // => { time: 6, lower: 2, upper: null }
 * survivalQuantile(curve, 0.5, { given: 3 }).time; // => 5
 */
export function survivalQuantile(
  curve: SurvivalCurve | PredictedSurvival,
  p = 0.5,
  options: SurvivalQuantileOptions = {},
): SurvivalQuantile {
  const predicted = isPredicted(curve);
  if (!predicted) checkCurve(curve);
  checkNumber("p", p, { above: 0, most: 1 });
  checkNames("options", options, { given: true } satisfies Record<keyof SurvivalQuantileOptions, true>);
  const { given = 0 } = options;
  checkNumber("given", given, { least: 0 });
  return predicted ? predictedQuantile(curve, p, given) : observedQuantile(curve, p, given);
}

function isPredicted(curve: SurvivalCurve | PredictedSurvival): curve is PredictedSurvival {
  return typeof curve === "object" && curve !== null && curve.kind === "cox-survival";
}

function observedQuantile(curve: SurvivalCurve, p: number, given: number): SurvivalQuantile {
  const result: { time: number | null; lower: number | null; upper: number | null } = {
    time: null,
    lower: null,
    upper: null,
  };
  const before = survivalUntil(curve, given);
  if (before === null || before === 0) return result;
  const shape = intervalShape(curve);
  const target = 1 - p + ROUNDING;
  let greenwood = 0;
  for (let k = rowsUntil(curve.rows, given); k < curve.rows.length; k++) {
    const { time, atRisk, events, survival } = curve.rows[k] as SurvivalCurve["rows"][number];
    if (events === 0) continue;
    greenwood += greenwoodStep(atRisk, events);
    const share = survival / before;
    const { lower, upper } = survivalEstimate(share, greenwood, shape);
    if (lower !== null && lower <= target) result.lower ??= time - given;
    if (share <= target) result.time ??= time - given;
    if (upper !== null && upper <= target) result.upper ??= time - given;
    if (result.upper !== null || survival === 0) break;
  }
  return result;
}

function predictedQuantile({ rows }: PredictedSurvival, p: number, given: number): SurvivalQuantile {
  const ascend = rows.every(({ time }, k) => k === 0 || time > (rows[k - 1]?.time ?? time));
  checkOption(
    "curve",
    null,
    ascend ? null : "The times of the curve do not ascend: predict it without times.",
  );
  const before = rows[rowsUntil(rows, given) - 1]?.survival ?? 1;
  const target = before * (1 - p) + ROUNDING;
  const firstDown = (of: "survival" | "lower" | "upper"): number | null => {
    for (const row of rows) {
      const share = row[of];
      if (row.time > given && share !== null && share <= target) return row.time - given;
    }
    return null;
  };
  const time = firstDown("survival");
  if (given > 0) return { time, lower: null, upper: null };
  return { time, lower: firstDown("lower"), upper: firstDown("upper") };
}
