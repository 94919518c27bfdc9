import type { Objective } from "../math/trust-region-newton.ts";
import { inLogParameters } from "./log-parameters.ts";
import type { TenureCells } from "./tenure-cells.ts";

/**
 * The log-likelihood of a base under the sBG model with gradient and Hessian, as a function of (log α, log β).
 *
 * Who has renewed t times stays with probability (β+t) ÷ (α+β+t) (Fader & Hardie 2007, equation 7), so that the product over customers of
 * P(T = t) and S(t) is one over opportunities.
 */
export function sbgLikelihood({ kept, lost }: TenureCells): Objective {
  return (point) => {
    const [alpha = 0, beta = 0] = point.map(Math.exp);
    const logAlpha = Math.log(alpha);
    let value = 0;
    let byAlpha = 0;
    let byBeta = 0;
    let alphaAlpha = 0;
    let betaBeta = 0;
    let alphaBeta = 0;
    for (let t = 0; t < kept.length; t++) {
      const stayed = kept[t] as number;
      const left = lost[t] as number;
      const all = stayed + left;
      const byStay = 1 / (beta + t);
      const byAll = 1 / (alpha + beta + t);
      value -= stayed * Math.log1p(alpha * byStay);
      value += left * (logAlpha + Math.log(byAll));
      byAlpha += left / alpha - all * byAll;
      byBeta += stayed * byStay - all * byAll;
      const curve = all * byAll * byAll;
      alphaAlpha += curve - left / (alpha * alpha);
      betaBeta += curve - stayed * byStay * byStay;
      alphaBeta += curve;
    }
    const curvature = [
      [alphaAlpha, alphaBeta],
      [alphaBeta, betaBeta],
    ];
    return inLogParameters(value, [byAlpha, byBeta], curvature, [alpha, beta]);
  };
}
