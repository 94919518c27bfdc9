import { studentQuantile } from "../math/student-quantile.ts";
import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import type { Scale } from "./satisfaction-measure.ts";
import type {
  CustomerEffortScore,
  CustomerSatisfactionScore,
  NetPromoterScore,
  SatisfactionScore,
} from "./satisfaction-score.ts";
import type { AnswerTallies } from "./tally-answers.ts";

/** The score of a group of a tally, with its limits. */
export function scoreOfTally(
  tallies: AnswerTallies,
  group: number,
  scale: Scale,
  level: number,
): NetPromoterScore | CustomerSatisfactionScore | CustomerEffortScore {
  const asked = tallies.asked[group] as number;
  const responses = tallies.answered[group] as number;
  const at = group * scale.bands.length;
  const counts = Array.from(tallies.bands.subarray(at, at + scale.bands.length));
  const responseRate = wilsonInterval(responses, asked, standardErrorsOfLevel(level));
  const estimated = estimate(tallies, group, scale, counts, level);
  const common = { asked, responses, responseRate, ...estimated, level };
  const [best = 0, middle = 0, worst = 0] = counts;
  switch (scale.measure) {
    case "nps":
      return { measure: "nps", ...common, promoters: best, passives: middle, detractors: worst };
    case "csat":
      return { measure: "csat", ...common, satisfied: best, unsatisfied: middle };
    case "ces":
      return { measure: "ces", ...common, easy: best, neutral: middle, difficult: worst };
  }
}

type Estimate = Pick<SatisfactionScore, "score" | "standardError" | "lower" | "upper">;

const NOTHING: Estimate = { score: null, standardError: null, lower: null, upper: null };

function estimate(
  { answered, sums, squares }: AnswerTallies,
  group: number,
  scale: Scale,
  counts: readonly number[],
  level: number,
): Estimate {
  const n = answered[group] as number;
  if (n === 0) return NOTHING;
  const z = standardErrorsOfLevel(level);
  if (scale.measure === "ces")
    return meanOf(n, sums[group] as number, squares[group] as number, scale, level);
  const best = (counts[0] ?? 0) / n;
  if (scale.measure === "csat") {
    const interval = wilsonInterval(counts[0] ?? 0, n, z);
    if (interval === null) return NOTHING;
    const { rate, lower, upper } = interval;
    return { score: rate, standardError: Math.sqrt((rate * (1 - rate)) / n), lower, upper };
  }
  const worst = (counts[2] ?? 0) / n;
  const score = ((counts[0] ?? 0) - (counts[2] ?? 0)) / n;
  const standardError = Math.sqrt(Math.max(0, best + worst - score * score) / n);
  return { score, standardError, ...between(score, z * standardError, -1, 1) };
}

/** The mean with the limits of Student's t; one answer tells nothing of how answers differ. */
function meanOf(n: number, sum: number, squares: number, { least, most }: Scale, level: number): Estimate {
  const score = sum / n;
  if (n === 1) return { score, standardError: null, lower: null, upper: null };
  const variance = (n * squares - sum * sum) / (n * (n - 1));
  const standardError = Math.sqrt(variance / n);
  const reach = studentQuantile((1 + level) / 2, n - 1) * standardError;
  return { score, standardError, ...between(score, reach, least, most) };
}

function between(
  score: number,
  reach: number,
  least: number,
  most: number,
): Pick<Estimate, "lower" | "upper"> {
  return { lower: Math.max(least, score - reach), upper: Math.min(most, score + reach) };
}
