import { DataError } from "../rows/data-error.ts";
import { checkOption } from "../rows/options.ts";
import { newcombeInterval } from "../statistics/newcombe-interval.ts";
import { SATISFACTION_MEASURES } from "./satisfaction-measure.ts";
import type { SatisfactionDifference, SatisfactionScore } from "./satisfaction-score.ts";

/**
 * How much one score is above another, with its limits: of two groups, two years, or before and after.
 *
 * The distances from the scores to their limits are added as squares: that is Newcombe's interval for CSAT, and the root of the summed squared
 * standard errors for NPS. The two samples must be of different people; the same people asked twice differ less than the limits say.
 *
 * @param first - A score of `netPromoterScore`, `customerSatisfactionScore`, `customerEffortScore` or a row of their groups.
 * @param second - A score of the same measure and level.
 * @returns `{ difference, lower, upper, level }`, first − second; `null` if either has no limits.
 * @throws {@link DataError} if the measures or the levels differ, or what is passed is no score.
 * @see Newcombe (1998), "Interval estimation for the difference between independent proportions", method 10; Zou & Donner (2008) for
 *   any two estimates with limits.
 *
 * @example
 * import { netPromoterScore, satisfactionDifference } from "clientele";
 *
 * const before = netPromoterScore([10, 9, 8, 6, 5, 3].map((score) => ({ score })));
 * const after = netPromoterScore([10, 10, 9, 9, 8, 6].map((score) => ({ score })));
 * satisfactionDifference(after, before); // => { difference: 0.6667, lower: -0.2763, upper: 1.5417, level: 0.95 }
 */
export function satisfactionDifference(
  first: SatisfactionScore,
  second: SatisfactionScore,
): SatisfactionDifference | null {
  for (const [path, score] of Object.entries({ first, second })) {
    const fits = typeof score === "object" && score !== null && SATISFACTION_MEASURES.includes(score.measure);
    checkOption(
      path,
      score,
      fits ? null : "This is no score: pass what netPromoterScore or its like return.",
    );
  }
  refuseUnlike(first, second, "measure");
  refuseUnlike(first, second, "level");
  const { score: a, lower: aLower, upper: aUpper, level } = first;
  const { score: b, lower: bLower, upper: bUpper } = second;
  if (a === null || aLower === null || aUpper === null) return null;
  if (b === null || bLower === null || bUpper === null) return null;
  const interval = newcombeInterval(
    { rate: a, lower: aLower, upper: aUpper },
    { rate: b, lower: bLower, upper: bUpper },
  );
  return { difference: a - b, ...interval, level };
}

function refuseUnlike(first: SatisfactionScore, second: SatisfactionScore, field: "measure" | "level"): void {
  if (first[field] === second[field]) return;
  const message = `The ${field} of the first score is ${first[field]}, of the second ${second[field]}: only like can be compared.`;
  throw new DataError([
    { code: "invalid_option", row: null, field: `second.${field}`, value: second[field], message },
  ]);
}
