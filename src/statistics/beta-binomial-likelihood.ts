import { logGammaRatio } from "../math/log-gamma.ts";
import { digammaDifference, trigammaDifference } from "../math/polygamma-difference.ts";
import type { Objective } from "../math/trust-region-newton.ts";
import type { BetaBinomialCells, CountedNumbers } from "./beta-binomial-cells.ts";

/**
 * The beta-binomial log-likelihood without its binomial coefficients, with gradient and Hessian, as a function of the log-odds of the mean
 * and the log of the precision.
 *
 * Each group adds log B(α + successes, β + failures) − log B(α, β) (Griffiths 1973, "Maximum likelihood estimation for the beta-binomial
 * distribution"). Mean and precision are all but independent of each other where α and β are not.
 */
export function betaBinomialLikelihood(cells: BetaBinomialCells): Objective {
  return ([logOdds = 0, logPrecision = 0]) => {
    const precision = Math.exp(logPrecision);
    const mean = 1 / (1 + Math.exp(-logOdds));
    const rest = 1 / (1 + Math.exp(logOdds));
    const [won, byWon, curveWon] = sums(precision * mean, cells.successes);
    const [lost, byLost, curveLost] = sums(precision * rest, cells.failures);
    const [all, byAll, curveAll] = sums(precision, cells.trials);
    // Derivatives by log α and log β.
    const alpha = precision * mean;
    const beta = precision * rest;
    const byAlpha = alpha * (byWon - byAll);
    const byBeta = beta * (byLost - byAll);
    const alphaAlpha = alpha * alpha * (curveWon - curveAll) + byAlpha;
    const betaBeta = beta * beta * (curveLost - curveAll) + byBeta;
    const alphaBeta = -alpha * beta * curveAll;
    const crossed = rest * (alphaAlpha + alphaBeta) - mean * (betaBeta + alphaBeta);
    return {
      value: won + lost - all,
      gradient: [rest * byAlpha - mean * byBeta, byAlpha + byBeta],
      hessian: [
        [
          rest * rest * alphaAlpha -
            2 * mean * rest * alphaBeta +
            mean * mean * betaBeta -
            mean * rest * (byAlpha + byBeta),
          crossed,
        ],
        [crossed, alphaAlpha + 2 * alphaBeta + betaBeta],
      ],
    };
  };
}

/** Σ count · (log Γ(x + value) − log Γ(x)) and its first two derivatives by x. */
function sums(x: number, { values, counts }: CountedNumbers): readonly [number, number, number] {
  let value = 0;
  let slope = 0;
  let curve = 0;
  for (let i = 0; i < values.length; i++) {
    const d = values[i] as number;
    const count = counts[i] as number;
    value += count * logGammaRatio(x, d);
    slope += count * digammaDifference(x, d);
    curve += count * trigammaDifference(x, d);
  }
  return [value, slope, curve];
}
