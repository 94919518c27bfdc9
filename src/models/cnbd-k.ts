import { betaGeometricSum } from "../math/beta-geometric-sum.ts";
import { regularizedBeta } from "../math/incomplete-beta.ts";
import { logGamma, logRisingFactorial } from "../math/log-gamma.ts";
import { softplus } from "../math/log-odds.ts";
import type { Random } from "../math/random.ts";
import { logStaying } from "./beta-dropout.ts";
import { meanOverRate, negativeBinomial } from "./beta-geometric-outlook.ts";
import { erlangRemainder } from "./erlang-remainder.ts";
import { expectedOverStages } from "./expected-over-stages.ts";
import type { PurchaseKernel, SimulatedHistory } from "./purchase-kernel.ts";

/**
 * Parameters of the BG/CNBD-k and the MBG/CNBD-k model.
 *
 * A living customer passes stages at random, with a rate of his own: a gamma distribution with shape `r` and rate `alpha` (in the model's
 * unit of time). Every `k`-th stage is a purchase, so that the times between purchases are Erlang-k: the larger k, the more regular they
 * are; the mean time between purchases is k ÷ rate. After a purchase he may leave for good, with a chance of his own, a beta distribution
 * with `a` and `b`; in MBG/CNBD-k after the very first purchase too. With k = 1 they are BG/NBD and MBG/NBD.
 *
 * Platzer & Reutterer (2016), "Ticking away the moments: timing regularity helps to better predict customer activity", Marketing Science
 * 35(5); Reutterer, Platzer & Schröder (2021), "Leveraging purchase regularity for predicting customer behavior the easy way",
 * International Journal of Research in Marketing 38(1).
 */
export interface CnbdKParameters {
  readonly k: number;
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** BG/CNBD-k: no leaving before the first repeat purchase. */
export const bgCnbdK: PurchaseKernel<CnbdKParameters> = /* @__PURE__ */ cnbdK(0);

/** MBG/CNBD-k: he may leave right after the very first purchase. */
export const mbgCnbdK: PurchaseKernel<CnbdKParameters> = /* @__PURE__ */ cnbdK(1);

function cnbdK(early: 0 | 1): PurchaseKernel<CnbdKParameters> {
  return {
    discrete: false,
    recencyMatters: true,

    logLikelihood(parameters, x, tx, T, sumLogIntervals) {
      const { k, r, alpha, a, b } = parameters;
      if (x === 0) return logOfNoPurchase(parameters, T);
      const arrivals = logRisingFactorial(r, k * x) - r * Math.log1p(T / alpha) - k * x * Math.log(alpha + T);
      const timing = (k - 1) * sumLogIntervals - x * logGamma(k);
      const remainder = erlangRemainder(k, r + k * x, (T - tx) / (alpha + T));
      const dropout = softplus(logOddsDead(parameters, x, tx, T));
      return arrivals + timing + Math.log(remainder) + logStaying(a, b, x + early) + dropout;
    },

    logOddsDead,

    expectedPurchasesIfAlive(parameters, x, tx, T, t) {
      const { a, b } = living(parameters, x);
      return overStages(parameters, x, tx, T, (shape, rate, stage) =>
        expectedOverStages(parameters.k, { shape, rate, a, b }, stage, t, "purchases"),
      );
    },

    survivalIfAlive(parameters, x, tx, T, t) {
      if (t === 0) return 1;
      const { a, b } = living(parameters, x);
      return overStages(parameters, x, tx, T, (shape, rate, stage) =>
        expectedOverStages(parameters.k, { shape, rate, a, b }, stage, t, "staying"),
      );
    },

    countProbabilityIfAlive(parameters, x, tx, T, t, n) {
      const { k } = parameters;
      const { a, b } = living(parameters, x);
      if (t === 0) return n === 0 ? 1 : 0;
      const exactly = overStages(parameters, x, tx, T, (shape, rate, stage) => {
        let sum = 0;
        for (let m = Math.max(0, k * n - stage); m < k * (n + 1) - stage; m++) {
          sum += negativeBinomial(shape, rate, t, m);
        }
        return sum;
      });
      const staying = exactly * Math.exp(logStaying(a, b, n));
      return n === 0 ? staying : staying + (tail(parameters, x, tx, T, t, n) * a) / (a + b + n - 1);
    },

    tailProbabilityIfAlive: tail,

    discountedPurchasesIfAlive(parameters, x, tx, T, delta) {
      const { k } = parameters;
      const { a, b } = living(parameters, x);
      if (delta === 0) return a > 1 ? (a + b - 1) / (a - 1) : Number.POSITIVE_INFINITY;
      return overStages(parameters, x, tx, T, (shape, rate, stage) =>
        meanOverRate(shape, rate, (lambda) => {
          const logWorth = -Math.log1p(delta / lambda);
          const sum = betaGeometricSum(a, b, Math.exp(k * logWorth), -Math.expm1(k * logWorth));
          return Math.exp((k - stage) * logWorth) * sum;
        }),
      );
    },

    simulateHistory({ k, r, alpha, a, b }, random, T) {
      const rate = random.gamma(r, alpha);
      const dropout = random.beta(a, b);
      if (early === 1 && random.uniform() <= dropout) return NEVER_AGAIN;
      return simulateRegularLife(random, k, 0, rate, dropout, T);
    },

    simulatePurchasesIfAlive(parameters, random, x, tx, T, t) {
      const { k, alpha } = parameters;
      const { a, b } = living(parameters, x);
      const weights = stageWeights(parameters, x, tx, T);
      let stage = 0;
      for (let left = random.uniform(); stage < k - 1; stage++) {
        left -= weights[stage] as number;
        if (left <= 0) break;
      }
      const rate = random.gamma(parameters.r + k * x + stage, alpha + T);
      return simulateRegularLife(random, k, stage, rate, random.beta(a, b), t).frequency;
    },
  };

  /** log of the probability that no purchase follows the first until T, which may be close to 0. */
  function logOfNoPurchase({ k, r, alpha, a, b }: CnbdKParameters, T: number): number {
    const silence = Math.log(erlangRemainder(k, r, T / (alpha + T))) - r * Math.log1p(T / alpha);
    return early === 0 ? silence : Math.log1p((b / (a + b)) * Math.expm1(silence));
  }

  /** The chance to leave of a customer alive at T is Beta(a, b): he has stayed x + early times. */
  function living({ a, b }: CnbdKParameters, x: number): { readonly a: number; readonly b: number } {
    return { a, b: b + x + early };
  }

  function logOddsDead({ k, r, alpha, a, b }: CnbdKParameters, x: number, tx: number, T: number): number {
    if (x + early === 0) return Number.NEGATIVE_INFINITY;
    const shape = r + k * x;
    const silence = shape * Math.log1p((T - tx) / (alpha + tx));
    const remainder = erlangRemainder(k, shape, (T - tx) / (alpha + T));
    return Math.log(a) - Math.log(b + (x + early - 1)) + silence - Math.log(remainder);
  }

  function tail(parameters: CnbdKParameters, x: number, tx: number, T: number, t: number, n: number): number {
    if (t === 0) return 0;
    const { k } = parameters;
    const { a, b } = living(parameters, x);
    const reached = overStages(parameters, x, tx, T, (shape, rate, stage) => {
      return regularizedBeta(t / (rate + t), rate / (rate + t), k * n - stage, shape).lower;
    });
    return reached * Math.exp(logStaying(a, b, n - 1));
  }
}

/** How far towards the next purchase a living customer is at T: the probability of each of the stages 0 to k − 1. */
function stageWeights({ k, r, alpha }: CnbdKParameters, x: number, tx: number, T: number): Float64Array {
  const weights = new Float64Array(k);
  const u = (T - tx) / (alpha + T);
  const shape = r + k * x;
  let term = 1;
  let sum = 0;
  for (let stage = 0; stage < k; stage++) {
    weights[stage] = term;
    sum += term;
    term *= ((shape + stage) * u) / (stage + 1);
  }
  return weights.map((weight) => weight / sum);
}

/** The mean of something over the stage at which a living customer is; given the stage, his rate is Gamma(shape, rate). */
function overStages(
  parameters: CnbdKParameters,
  x: number,
  tx: number,
  T: number,
  f: (shape: number, rate: number, stage: number) => number,
): number {
  const { k, r, alpha } = parameters;
  let sum = 0;
  stageWeights(parameters, x, tx, T).forEach((weight, stage) => {
    if (weight > 0) sum += weight * f(r + k * x + stage, alpha + T, stage);
  });
  return sum;
}

/** Draws the purchases of t units from a customer at a stage. */
function simulateRegularLife(
  random: Random,
  k: number,
  stage: number,
  rate: number,
  dropout: number,
  t: number,
): SimulatedHistory {
  let frequency = 0;
  let recency = 0;
  let sumLogIntervals = 0;
  for (let age = random.gamma(k - stage, rate); age <= t; age += random.gamma(k, rate)) {
    frequency += 1;
    sumLogIntervals += Math.log(age - recency);
    recency = age;
    if (random.uniform() <= dropout) break;
  }
  return { frequency, recency, sumLogIntervals };
}

const NEVER_AGAIN: SimulatedHistory = { frequency: 0, recency: 0, sumLogIntervals: 0 };
