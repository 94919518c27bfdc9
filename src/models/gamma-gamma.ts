import { logGamma, logGammaRatio } from "../math/log-gamma.ts";

/**
 * Parameters of the Gamma-Gamma model of spend.
 *
 * A customer's purchases vary around a mean of his own as a gamma distribution with shape `p`; the means differ between customers, as
 * `q` and `gamma` (in the money of the data) say. Spend is independent of how often a customer buys.
 *
 * Fader & Hardie (2013), "The Gamma-Gamma model of monetary value", note 025.
 */
export interface GammaGammaParameters {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
}

/** Log-likelihood of a mean spend m over x purchases: equation 1a. */
export function spendLogLikelihood({ p, q, gamma }: GammaGammaParameters, x: number, m: number): number {
  const shape = p * x;
  const total = x * m;
  const logBeta =
    shape < q ? logGamma(shape) - logGammaRatio(q, shape) : logGamma(q) - logGammaRatio(shape, q);
  // The same sum in two groupings: each keeps its digits where the other subtracts nearly equal terms.
  if (total < gamma) {
    const leading = (shape - 1) * Math.log(total) + Math.log(x) - shape * Math.log(gamma) - logBeta;
    return leading - (shape + q) * Math.log1p(total / gamma);
  }
  return -q * Math.log1p(total / gamma) - shape * Math.log1p(gamma / total) - Math.log(m) - logBeta;
}

/** Expected spend per purchase given a mean m over x purchases (equation 5); without purchases the mean of the base. */
export function spendExpectation({ p, q, gamma }: GammaGammaParameters, x: number, m: number): number {
  return (p * (gamma + x * m)) / (p * x + q - 1);
}
