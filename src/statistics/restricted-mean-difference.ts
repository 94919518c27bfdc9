import { normalCdf } from "../math/normal-distribution.ts";
import { invalidOption } from "../rows/options.ts";
import { standardErrorsOfLevel } from "./confidence.ts";
import { restrictedMean } from "./restricted-mean.ts";
import { checkCurve, type SurvivalCurve } from "./survival-curve.ts";

/** How much longer one group goes without the event than another, up to a limit. */
export interface RestrictedMeanDifference {
  /** The first mean less the second; `null` where the data of either do not reach so far. */
  readonly difference: number | null;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Two-sided, of the hypothesis that the means are equal; `null` if there is no error to compare the difference with. */
  readonly pValue: number | null;
  /** Share of such intervals that cover the true value. */
  readonly level: number;
}

/**
 * Compares the restricted means of two independent groups: time gained up to a limit, in days or months rather than as a ratio of rates.
 *
 * Unlike the log-rank test it needs no assumption that one group's risk is always a multiple of the other's, and curves that cross do not hide the
 * difference from it.
 *
 * @param a - What `kaplanMeier` returns for one group.
 * @param b - The same for the other, at the same level.
 * @param until - The limit, above 0, in the unit of the durations.
 * @returns `{ difference, standardError, lower, upper, pValue, level }`: mean of `a` less mean of `b`; all `null` but the level if the data of a
 *   group do not reach so far.
 * @throws {@link DataError} if they are no curves, have not the same level, or it is no such time.
 * @see Royston & Parmar (2013), "Restricted mean survival time: an alternative to the hazard ratio".
 *
 * @example
 * import { kaplanMeier, restrictedMeanDifference } from "clientele";
 *
 * const yearly = kaplanMeier({ duration: [6, 9, 12, 12], event: [1, 0, 1, 0] });
 * const monthly = kaplanMeier({ duration: [1, 3, 4, 12], event: [1, 1, 1, 0] });
 * restrictedMeanDifference(yearly, monthly, 12).difference; // => 5.5
 */
export function restrictedMeanDifference(
  a: SurvivalCurve,
  b: SurvivalCurve,
  until: number,
): RestrictedMeanDifference {
  checkCurve(a, "a");
  checkCurve(b, "b");
  const { level } = a;
  if (b.level !== level) {
    throw invalidOption(
      "b.level",
      b.level,
      `The other curve has the level ${level}: make both with the same.`,
    );
  }
  const first = restrictedMean(a, until);
  const second = restrictedMean(b, until);
  if (
    first.value === null ||
    second.value === null ||
    first.standardError === null ||
    second.standardError === null
  ) {
    return { difference: null, standardError: null, lower: null, upper: null, pValue: null, level };
  }
  const difference = first.value - second.value;
  const standardError = Math.hypot(first.standardError, second.standardError);
  const reach = standardErrorsOfLevel(level) * standardError;
  const pValue = standardError > 0 ? 2 * normalCdf(-Math.abs(difference) / standardError) : null;
  return {
    difference,
    standardError,
    lower: difference - reach,
    upper: difference + reach,
    pValue,
    level,
  };
}
