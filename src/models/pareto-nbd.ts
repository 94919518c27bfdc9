import { logRisingFactorial } from "../math/log-gamma.ts";
import type { Random } from "../math/random.ts";
import { departureProbability, departureProbabilityUntil } from "./pareto-departure.ts";
import { countProbability, type LivingCustomer, tailProbability } from "./pareto-nbd-counts.ts";
import type { PurchaseKernel, SimulatedHistory } from "./purchase-kernel.ts";

/**
 * Parameters of the Pareto/NBD model.
 *
 * While alive, a customer buys at random with a rate of his own; rates differ as a gamma distribution with shape `r` and rate `alpha`. He
 * leaves for good at a moment of his own, whether he buys or not; the rates of leaving differ as a gamma distribution with shape `s` and
 * rate `beta`. `alpha` and `beta` are in the model's unit of time.
 *
 * Schmittlein, Morrison & Colombo (1987), "Counting your customers: who are they and what will they do next?", Management Science 33(1).
 */
export interface ParetoNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/** The formulas of the Pareto/NBD model for one customer: x repeat purchases, the last at age tx, observed to age T. */
export const paretoNbd: PurchaseKernel<ParetoNbdParameters> = {
  discrete: false,
  recencyMatters: false,

  /** The likelihood in Fader & Hardie's note 009 with its integral written as the chance of departing: no term can overflow. */
  logLikelihood(parameters, x, tx, T) {
    const { r, alpha, s, beta } = parameters;
    const silence = logSilence(parameters, x, tx, T);
    if (x === 0) return silence;
    return (
      logRisingFactorial(r, x) -
      r * Math.log1p(tx / alpha) -
      x * Math.log(alpha + tx) -
      s * Math.log1p(tx / beta) +
      silence
    );
  },

  /** The departures between tx and T against the purchases that did not come, from the same note. */
  logOddsDead(parameters, x, tx, T) {
    if (tx === T) return Number.NEGATIVE_INFINITY;
    const { r, alpha, s, beta } = parameters;
    const k = r + x;
    const log = logFade(parameters, k, tx, T);
    const q = (beta + tx) / (alpha + tx);
    const ever = departureProbability(k, s, q);
    const later = departureProbability(k, s, (beta + T) / (alpha + T)) * Math.exp(-log);
    const odds =
      later < 0.999 * ever
        ? ever - later
        : departureProbabilityUntil(k, s, q, Math.log1p((T - tx) / (beta + tx)));
    return log + Math.log(odds);
  },

  /** The conditional expectation of note 009 without P(alive), written so that s = 1 is no special case. */
  expectedPurchasesIfAlive({ r, alpha, s, beta }, x, _tx, T, t) {
    const log = Math.log1p(t / (beta + T));
    const v = s - 1;
    const time = v === 0 ? log : -Math.expm1(-v * log) / v;
    return (((r + x) * (beta + T)) / (alpha + T)) * time;
  },

  /** DERT of Fader, Hardie & Lee (2005), "RFM and CLV", Journal of Marketing Research 42(4), without P(alive). */
  discountedPurchasesIfAlive({ r, alpha, s, beta }, x, _tx, T, rate) {
    const purchases = ((r + x) * (beta + T)) / (alpha + T);
    if (rate === 0) return s > 1 ? purchases / (s - 1) : Number.POSITIVE_INFINITY;
    return purchases * discountedLifetime(s, rate * (beta + T));
  },

  survivalIfAlive({ s, beta }, _x, _tx, T, t) {
    return Math.exp(-s * Math.log1p(t / (beta + T)));
  },

  countProbabilityIfAlive: (parameters, x, _tx, T, t, n) => countProbability(alive(parameters, x, T), t, n),

  tailProbabilityIfAlive: (parameters, x, _tx, T, t, n) => tailProbability(alive(parameters, x, T), t, n),

  simulateHistory: (parameters, random, T) => simulate(parameters, random, T),

  simulatePurchasesIfAlive: (parameters, random, x, _tx, T, t) =>
    simulate(alive(parameters, x, T), random, t).frequency,
};

/** What a customer is known by while he lives: a new one with more purchases behind him. */
function alive({ r, alpha, s, beta }: ParetoNbdParameters, x: number, T: number): LivingCustomer {
  return { r: r + x, alpha: alpha + T, s, beta: beta + T };
}

/** −log of the probability of neither buying nor leaving from tx to T. */
function logFade({ alpha, s, beta }: ParetoNbdParameters, k: number, tx: number, T: number): number {
  return k * Math.log1p((T - tx) / (alpha + tx)) + s * Math.log1p((T - tx) / (beta + tx));
}

/** log of the probability of buying no more from tx to T, gone or not. */
function logSilence(parameters: ParetoNbdParameters, x: number, tx: number, T: number): number {
  if (tx === T) return 0;
  const { r, alpha, s, beta } = parameters;
  const k = r + x;
  const gone = departureProbability(k, s, (beta + tx) / (alpha + tx));
  const later = departureProbability(k, s, (beta + T) / (alpha + T));
  const silence = gone + (1 - later) * Math.exp(-logFade(parameters, k, tx, T));
  // So near one, its logarithm would have no digits: it is one minus the chance of a purchase. With x > 0 other terms hide that.
  if (x === 0 && silence > 0.999) return Math.log1p(-tailProbability(parameters, T, 1));
  return Math.log(silence);
}

/** ∫_0^∞ e^(−δv) (1+v)^−s dv, which is Tricomi's U(1, 2−s, δ), by the quadrature of departurePartials around the peak of v times that. */
function discountedLifetime(s: number, delta: number): number {
  // 1 = δv + s v ÷ (1+v)
  const b = delta + s - 1;
  const root = Math.sqrt(b * b + 4 * delta);
  const peak = b > 0 ? 2 / (b + root) : (root - b) / (2 * delta);
  const step = 0.1;
  let sum = 0;
  for (let sigma = -3.6; ; sigma += step) {
    const left = Math.exp(-sigma);
    const v = peak * Math.exp(sigma - left);
    const term = v * (1 + left) * Math.exp(-delta * v - s * Math.log1p(v));
    sum += term;
    if (sigma > 0 && !(term > 1e-18 * sum)) return step * sum;
  }
}

function simulate({ r, alpha, s, beta }: LivingCustomer, random: Random, time: number): SimulatedHistory {
  const rate = random.gamma(r, alpha);
  const end = Math.min(time, random.exponential(random.gamma(s, beta)));
  let frequency = 0;
  let recency = 0;
  for (let age = random.exponential(rate); age <= end; age += random.exponential(rate)) {
    frequency += 1;
    recency = age;
  }
  return { frequency, recency };
}
