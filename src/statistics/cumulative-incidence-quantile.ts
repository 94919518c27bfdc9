import type { GroupValue } from "../rows/group-value.ts";
import { checkNumber } from "../rows/options.ts";
import { causeOf, checkIncidence } from "./cumulative-incidence-check.ts";
import type { CumulativeIncidence, IncidenceStep } from "./cumulative-incidence-result.ts";
import type { SurvivalQuantile } from "./survival-quantile.ts";

/** An incidence that misses its mark by no more than rounding has reached it. */
const ROUNDING = 1e-12;

/**
 * The time by which a share of all has had a cause.
 *
 * It is the smallest time at which the incidence is p or more; `null` for causes that never take so many, as happens often when causes compete. The
 * interval holds the times at which the upper and the lower limit of the incidence reach p (Brookmeyer and Crowley's way for survival).
 *
 * @param incidence - What `cumulativeIncidence` returns.
 * @param cause - One of its causes.
 * @param p - Share of all rows, above 0 and at most 1; default 0.5.
 * @returns `{ time, lower, upper }` in the unit of the rows' times; each `null` if the incidence (or its limit) does not come up so far.
 * @throws {@link DataError} if these are no incidences, or there is no such cause, or the share is none.
 * @see Brookmeyer & Crowley (1982), "A confidence interval for the median survival time".
 *
 * @example
 * import { cumulativeIncidence, incidenceQuantile } from "clientele";
 *
 * const offers = [
 *   { days: 3, end: "won" },
 *   { days: 5, end: "lost" },
 *   { days: 8, end: null },
 *   { days: 12, end: "won" },
 * ];
 * const incidence = cumulativeIncidence(offers, { time: "days", cause: "end" });
 * incidenceQuantile(incidence, "won").time; // => 12
 * incidenceQuantile(incidence, "lost").time; // => null
 */
export function incidenceQuantile(
  incidence: CumulativeIncidence,
  cause: GroupValue,
  p = 0.5,
): SurvivalQuantile {
  checkIncidence(incidence);
  const { steps } = causeOf(incidence, cause);
  checkNumber("p", p, { above: 0, most: 1 });
  return quantileOfSteps(steps, p);
}

/** The first times at which steps that rise, and their limits, reach a share. */
export function quantileOfSteps(
  steps: readonly Pick<IncidenceStep, "time" | "incidence" | "lower" | "upper">[],
  p: number,
): SurvivalQuantile {
  const target = p - ROUNDING;
  const firstUp = (of: "incidence" | "lower" | "upper"): number | null =>
    steps.find((step) => (step[of] ?? 0) >= target)?.time ?? null;
  return { time: firstUp("incidence"), lower: firstUp("upper"), upper: firstUp("lower") };
}
