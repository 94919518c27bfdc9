import { type BetaBinomialCells, totalOf } from "./beta-binomial-cells.ts";
import { betaBinomialLikelihood } from "./beta-binomial-likelihood.ts";

/**
 * From where to search for the top of the beta-binomial likelihood: for each of a row of precisions the best mean is sought, and where the
 * likelihood is higher than at both neighbours there is a start.
 *
 * For a given precision the likelihood is concave in the mean. Along the precisions it may rise twice where groups are of very different
 * size: towards one rate for all, and towards large groups that differ from small ones.
 */
export function betaBinomialStarts(cells: BetaBinomialCells): readonly (readonly [number, number])[] {
  const likelihood = betaBinomialLikelihood(cells);
  let logOdds = Math.log(totalOf(cells.successes) / totalOf(cells.failures));
  const logPrecisions = Array.from({ length: STEPS }, (_, step) => HIGHEST - step * STEP);
  const ridge = logPrecisions.map((logPrecision) => {
    let value = Number.NEGATIVE_INFINITY;
    for (let step = 0; step < LOOKS; step++) {
      const { value: here, gradient, hessian } = likelihood([logOdds, logPrecision]);
      value = here;
      // In the log-odds it need not be concave everywhere: a step is kept short.
      const newton = (gradient[0] as number) / Math.max(-(hessian[0]?.[0] as number), Number.MIN_VALUE);
      logOdds += Math.min(Math.max(newton, -LONGEST), LONGEST);
    }
    return { value, start: [logOdds, logPrecision] as const };
  });
  return ridge
    .filter(({ value }, i) => value >= valueAt(ridge, i - 1) && value >= valueAt(ridge, i + 1))
    .map(({ start }) => start);
}

const HIGHEST = Math.log(1e5);
const STEP = Math.log(4);
const STEPS = 16;
const LOOKS = 3;
const LONGEST = 2;

function valueAt(ridge: readonly { readonly value: number }[], i: number): number {
  return ridge[i]?.value ?? Number.NEGATIVE_INFINITY;
}
