import { studentQuantile } from "../math/student-quantile.ts";
import { DataError } from "../rows/data-error.ts";
import { checkOption } from "../rows/options.ts";
import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { newcombeInterval } from "../statistics/newcombe-interval.ts";
import type { ProportionEstimate } from "../statistics/proportion-interval.ts";
import { SATISFACTION_MEASURES } from "./satisfaction-measure.ts";
import type { SatisfactionDifference, SatisfactionScore } from "./satisfaction-score.ts";

/**
 * How much one score is above another, with its limits: of two groups, two years, or before and after.
 *
 * For CSAT it is Newcombe's interval; for NPS the root of the summed squared standard errors, times z, cut at −2 and 2; for CES Welch's, with
 * Student's t. The two samples must be of different people; the same people asked twice differ less than the limits say.
 *
 * @param first - A score of `netPromoterScore`, `customerSatisfactionScore`, `customerEffortScore` or a row of their groups.
 * @param second - A score of the same measure and level.
 * @returns `{ difference, lower, upper, level }`, first − second; `null` if either has no limits.
 * @throws {@link DataError} if the measures or the levels differ, or what is passed is no score.
 * @see Newcombe (1998), "Interval estimation for the difference between independent proportions", method 10; Welch (1947), "The
 *   generalization of 'Student's' problem when several different population variances are involved".
 *
 * @example
 * import { netPromoterScore, satisfactionDifference } from "clientele";
 *
 * const before = netPromoterScore([10, 9, 8, 6, 5, 3].map((score) => ({ score })));
 * const after = netPromoterScore([10, 10, 9, 9, 8, 6].map((score) => ({ score })));
 * satisfactionDifference(after, before); // => { difference: 0.6667, lower: -0.2763, upper: 1.6097, level: 0.95 }
 */
export function satisfactionDifference(
  first: SatisfactionScore,
  second: SatisfactionScore,
): SatisfactionDifference | null {
  for (const [path, score] of Object.entries({ first, second })) {
    checkOption(
      path,
      score,
      isScore(score) ? null : "This is no score: pass what netPromoterScore or its like return.",
    );
  }
  refuseUnlike(first, second, "measure");
  refuseUnlike(first, second, "level");
  const [one, other] = [known(first), known(second)];
  if (one === null || other === null) return null;
  const { measure, level } = first;
  const difference = one.rate - other.rate;
  if (measure === "csat") return { difference, ...newcombeInterval(one, other), level };
  const errors = Math.hypot(one.standardError, other.standardError);
  if (measure === "ces") {
    const reach = errors === 0 ? 0 : errors * studentQuantile((1 + level) / 2, welchDegrees(one, other));
    return { difference, lower: difference - reach, upper: difference + reach, level };
  }
  const reach = standardErrorsOfLevel(level) * errors;
  return {
    difference,
    lower: Math.max(-2, difference - reach),
    upper: Math.min(2, difference + reach),
    level,
  };
}

/** A score that has limits. */
interface KnownScore extends ProportionEstimate {
  readonly standardError: number;
  readonly responses: number;
}

function known({ score, lower, upper, standardError, responses }: SatisfactionScore): KnownScore | null {
  if (score === null || lower === null || upper === null || standardError === null) return null;
  return { rate: score, lower, upper, standardError, responses };
}

/** The degrees of freedom of a difference of two means (Welch & Satterthwaite). */
function welchDegrees(first: KnownScore, second: KnownScore): number {
  const [a, b] = [first.standardError ** 2, second.standardError ** 2];
  return (a + b) ** 2 / (a ** 2 / (first.responses - 1) + b ** 2 / (second.responses - 1));
}

/** Whether it holds all that is compared. */
function isScore(score: unknown): score is SatisfactionScore {
  if (typeof score !== "object" || score === null) return false;
  const { measure, score: own, lower, upper, standardError, responses } = score as Partial<SatisfactionScore>;
  return (
    SATISFACTION_MEASURES.includes(measure as SatisfactionScore["measure"]) &&
    [own, lower, upper, standardError].every((value) => value === null || Number.isFinite(value)) &&
    Number.isFinite(responses)
  );
}

function refuseUnlike(first: SatisfactionScore, second: SatisfactionScore, field: "measure" | "level"): void {
  if (first[field] === second[field]) return;
  const message = `The ${field} of the first score is ${first[field]}, of the second ${second[field]}: only like can be compared.`;
  throw new DataError([
    { code: "invalid_option", row: null, field: `second.${field}`, value: second[field], message },
  ]);
}
