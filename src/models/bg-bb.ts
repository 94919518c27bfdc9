import { betaGeometricSum } from "../math/beta-geometric-sum.ts";
import { logBetaRatio } from "../math/log-beta-ratio.ts";
import { softplus } from "../math/log-odds.ts";
import type { Random } from "../math/random.ts";
import { chanceOfReaching, logLifetimeSums } from "./bg-bb-sums.ts";
import type { PurchaseKernel, SimulatedHistory } from "./purchase-kernel.ts";

/**
 * Parameters of the BG/BB model.
 *
 * Time is a row of opportunities, such as years or trade fairs. While alive, a customer buys at each opportunity with a probability of his
 * own; these differ as a beta distribution with `alpha` and `beta`. Before each opportunity he may leave for good, with a probability of
 * his own; these differ as a beta distribution with `gamma` and `delta`. The purchase that made him a customer does not count.
 *
 * Fader, Hardie & Shang (2010), "Customer-base analysis in a discrete-time noncontractual setting", Marketing Science 29(6).
 */
export interface BgBbParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly delta: number;
}

/** The formulas of the BG/BB model for one customer: purchases at x of T opportunities, the last at opportunity tx. */
export const bgBb: PurchaseKernel<BgBbParameters> = {
  discrete: true,
  // What is learnt from tx is whether he is alive; given that, his chances follow from the x purchases in T opportunities.
  recencyMatters: false,

  /** Equation 5. */
  logLikelihood(parameters, x, tx, T) {
    if (T === 0) return 0;
    if (x === 0) {
      const someone = chanceOfReaching(parameters, 1, T);
      // Where hardly anybody ever buys, the sum over lifetimes is one minus a trifle.
      if (someone < 0.5) return Math.log1p(-someone);
    }
    const { logAlive, logDead } = logLifetimeSums(parameters, x, tx, T, 0);
    return logAlive + softplus(logDead - logAlive);
  },

  /** Dead before opportunity T or earlier: the complement of equation 11 without its last factor, which is the survival to T + 1. */
  logOddsDead(parameters, x, tx, T) {
    const { logAlive, logDead } = logLifetimeSums(parameters, x, tx, T, 0);
    return logDead - logAlive;
  },

  /** Equation 13 divided by P(alive), as the sum it came from: its closed form cancels near γ = 1 and for short horizons. */
  expectedPurchasesIfAlive(parameters, x, _tx, T, t) {
    const { alpha, beta, gamma, delta } = afterHistory(parameters, x, T);
    let survival = 1;
    let sum = 0;
    for (let j = 0; j < t; j++) {
      survival *= (delta + j) / (gamma + delta + j);
      sum += survival;
      if (survival * (t - j) < 1e-18 * sum) break;
    }
    return (alpha / (alpha + beta)) * sum;
  },

  /** Equation 14 divided by P(alive), with the first opportunity to come discounted once. */
  discountedPurchasesIfAlive(parameters, x, _tx, T, rate) {
    const { alpha, beta, gamma, delta } = afterHistory(parameters, x, T);
    const factor = Math.exp(-rate);
    const first = (alpha / (alpha + beta)) * (delta / (gamma + delta)) * factor;
    return first * betaGeometricSum(gamma, delta + 1, factor, -Math.expm1(-rate));
  },

  survivalIfAlive({ gamma, delta }, _x, _tx, T, t) {
    return Math.exp(logBetaRatio(gamma, delta + T, t));
  },

  /** Equation 7 with the parameters that the history leaves. */
  countProbabilityIfAlive(parameters, x, _tx, T, t, n) {
    if (n > t) return 0;
    const { logAlive, logDead } = logLifetimeSums(afterHistory(parameters, x, T), n, n, t, n);
    return Math.min(1, Math.exp(logAlive) + Math.exp(logDead));
  },

  tailProbabilityIfAlive(parameters, x, _tx, T, t, n) {
    return chanceOfReaching(afterHistory(parameters, x, T), n, t);
  },

  simulateHistory: simulate,

  simulatePurchasesIfAlive(parameters, random, x, _tx, T, t) {
    return simulate(afterHistory(parameters, x, T), random, t).frequency;
  },
};

/** The distributions of both probabilities after a history at whose end the customer is alive. */
function afterHistory({ alpha, beta, gamma, delta }: BgBbParameters, x: number, T: number): BgBbParameters {
  return { alpha: alpha + x, beta: beta + (T - x), gamma, delta: delta + T };
}

function simulate(
  { alpha, beta, gamma, delta }: BgBbParameters,
  random: Random,
  opportunities: number,
): SimulatedHistory {
  const buys = random.beta(alpha, beta);
  const leaves = random.beta(gamma, delta);
  let frequency = 0;
  let recency = 0;
  for (let now = 1; now <= opportunities; now++) {
    if (random.uniform() <= leaves) break;
    if (random.uniform() > buys) continue;
    frequency += 1;
    recency = now;
  }
  return { frequency, recency };
}
