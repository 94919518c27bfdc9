import { trigamma } from "../math/polygamma.ts";
import { crossDifference, digammaDifference, trigammaDifference } from "../math/polygamma-difference.ts";
import type { Matrix } from "../math/symmetric-eigen.ts";
import type { Objective } from "../math/trust-region-newton.ts";
import {
  type BdwParameters,
  clockBetween,
  clockSlope,
  clockSlopeBetween,
  isFar,
  logSurvival,
  logSurvivalSlopes,
} from "./bdw.ts";
import { inLogParameters } from "./log-parameters.ts";
import type { TenureCells } from "./tenure-cells.ts";

/**
 * The log-likelihood of a base under the BdW model with gradient and Hessian, as a function of (log α, log β, log c).
 *
 * The product over customers of P(T = t) and S(t) is one over opportunities: who has renewed t times stays with probability
 * r = S(t+1) ÷ S(t), whose logarithm and its derivatives are differences taken without loss.
 */
export function bdwLikelihood({ kept, lost }: TenureCells): Objective {
  return (point) => {
    const [alpha = 0, beta = 0, c = 0] = point.map(Math.exp);
    const parameters = { alpha, beta, c };
    let value = 0;
    const gradient = [0, 0, 0];
    const hessian: Matrix = [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ];
    for (let t = 0; t < kept.length; t++) {
      const stayed = kept[t] as number;
      const left = lost[t] as number;
      if (stayed + left === 0) continue;
      const logStay = logSurvival(parameters, t, t + 1);
      const leave = -Math.expm1(logStay);
      if (stayed > 0) value += stayed * logStay;
      if (left > 0) value += left * Math.log(leave);
      // Derivatives by log r of stayed · log r + left · log(1 − r).
      const odds = Math.exp(logStay) / leave;
      const first = left > 0 ? stayed - left * odds : stayed;
      const second = left > 0 ? (-left * odds) / leave : 0;
      const slopes = logSurvivalSlopes(parameters, t, t + 1);
      const curves = logStayCurvature(parameters, t);
      for (let i = 0; i < 3; i++) {
        const slope = slopes[i] as number;
        const row = hessian[i] as number[];
        gradient[i] = (gradient[i] as number) + first * slope;
        for (let j = 0; j < 3; j++) {
          const curve = curves[i]?.[j] as number;
          row[j] = (row[j] as number) + first * curve + second * slope * (slopes[j] as number);
        }
      }
    }
    return inLogParameters(value, gradient, hessian, [alpha, beta, c]);
  };
}

/** The second derivatives of log(S(t+1) ÷ S(t)) = G(β + (t+1)^c) − G(β + t^c) by α, β and c, with G(x) = log Γ(x) − log Γ(α+x). */
function logStayCurvature({ alpha, beta, c }: BdwParameters, t: number): Matrix {
  const logNext = Math.log(t + 1);
  if (isFar(c, t)) return symmetric(0, 0, -Math.log1p(1 / t), 0, 0, 0);
  const start = beta + t ** c;
  const slope = clockSlope(c, t);
  const curve = t === 0 ? 0 : slope * Math.log(t);
  if (isFar(c, t + 1)) {
    const alphaAlpha = trigamma(alpha + start);
    const first = digammaDifference(start, alpha);
    const second = trigammaDifference(start, alpha);
    const cc = second * slope * slope + first * curve;
    return symmetric(alphaAlpha, alphaAlpha, alphaAlpha * slope - logNext, second, second * slope, cc);
  }
  const step = clockBetween(c, t, t + 1);
  const end = start + step;
  const slopeStep = clockSlopeBetween(c, t, t + 1);
  const curveStep = t === 0 ? 0 : slopeStep * logNext + slope * Math.log1p(1 / t);

  const alphaAlpha = -trigammaDifference(alpha + start, step);
  const firstStep = crossDifference(digammaDifference, start, alpha, step);
  const firstEnd = -digammaDifference(end, alpha);
  const secondStep = crossDifference(trigammaDifference, start, alpha, step);
  const secondEnd = -trigammaDifference(end, alpha);

  const alphaC = alphaAlpha * slope - trigamma(alpha + end) * slopeStep;
  const betaC = secondStep * slope + secondEnd * slopeStep;
  const cc =
    secondStep * slope * slope +
    secondEnd * slopeStep * (2 * slope + slopeStep) +
    firstStep * curve +
    firstEnd * curveStep;
  return symmetric(alphaAlpha, alphaAlpha, alphaC, secondStep, betaC, cc);
}

/** The matrix of second derivatives from its upper triangle. */
function symmetric(aa: number, ab: number, ac: number, bb: number, bc: number, cc: number): Matrix {
  return [
    [aa, ab, ac],
    [ab, bb, bc],
    [ac, bc, cc],
  ];
}
