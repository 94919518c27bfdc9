import { type Maximum, maximise, type Objective } from "../math/trust-region-newton.ts";
import { type BetaBinomialCells, totalOf } from "./beta-binomial-cells.ts";
import { betaBinomialLikelihood } from "./beta-binomial-likelihood.ts";
import { betaBinomialStarts } from "./beta-binomial-starts.ts";

/**
 * Where the beta-binomial likelihood is greatest, in log-odds of the mean and log of the precision; `null` if no finite precision explains
 * the counts better than one rate for all groups does.
 *
 * @param sample Cells of some of the groups, or of all if they are few, for a first look.
 */
export function betaBinomialMaximum(cells: BetaBinomialCells, sample: BetaBinomialCells): Maximum | null {
  const likelihood = betaBinomialLikelihood(cells);
  const maximum = highest(likelihood, betaBinomialStarts(sample));
  const successes = totalOf(cells.successes);
  const failures = totalOf(cells.failures);
  const gain = maximum.value - binomialLogLikelihood(successes, failures);
  if (gain <= NO_GAIN + ROUNDING * (successes + failures)) return null;
  // The last step was taken without looking; where the top is flat, its curvature differs visibly from that before the step.
  return { ...maximum, ...likelihood(maximum.point) };
}

/** A gain in log-likelihood that no data can tell from none. */
const NO_GAIN = 1e-8;
/** What a sum of logarithms over so many trials may be off. */
const ROUNDING = 1e-14;

function highest(likelihood: Objective, starts: readonly (readonly [number, number])[]): Maximum {
  const tops = starts.map((start) => maximise(likelihood, start, BOX));
  const evaluations = tops.reduce((sum, top) => sum + top.evaluations, 0);
  const best = tops.reduce((one, other) => (other.value > one.value ? other : one));
  return { ...best, evaluations };
}

/** Beyond a precision of 1e12 no group of a size that exists would be judged by anything but the mean. */
const BOX = { lower: [-100, -Math.log(1e12)], upper: [100, Math.log(1e12)] };

/** The log-likelihood of one rate for all, without binomial coefficients. */
export function binomialLogLikelihood(successes: number, failures: number): number {
  const rate = successes / (successes + failures);
  return (
    (successes === 0 ? 0 : successes * Math.log(rate)) + (failures === 0 ? 0 : failures * Math.log1p(-rate))
  );
}
