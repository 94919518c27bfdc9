import { integrateRealLine } from "../math/integrate-real-line.ts";
import { departurePartials, logGrowth } from "./pareto-departure-partials.ts";

/**
 * H: the probability that a customer known to be alive at age t, after x purchases, leaves before he buys again.
 *
 * It is the integral in the likelihood of Schmittlein, Morrison & Colombo (1987), taken to the end of time and divided by its integrand:
 *
 *     H = s ∫_t^∞ ((α+t) ÷ (α+u))^k ((β+t) ÷ (β+u))^s du ÷ (β+u) = ∫_0^∞ s e^(−sw) (1 + q (e^w − 1))^−k dw
 *
 * It lies in (0, 1], so that nothing overflows, and α = β is no special case.
 *
 * @param k r + x.
 * @param s Shape of the departure rates.
 * @param q (β+t) ÷ (α+t).
 */
export function departureProbability(k: number, s: number, q: number): number {
  if (q < EXTREME || q > 1 / EXTREME) {
    const partials = new Float64Array(10);
    departurePartials(k, s, q, partials);
    return partials[0] as number;
  }
  const c = k + s;
  return q >= 1
    ? (s / c) * gaussFraction(k, c + 1, q - 1)
    : (s / (c * q)) * gaussFraction(s + 1, c + 1, (1 - q) / q);
}

/** The fraction needs about 10 ÷ √q terms, or √q; from here on the integral is faster. */
const EXTREME = 0.01;

/** ₂F₁(1, b; c; −y) for y ≥ 0 and c > b by Gauss' continued fraction (DLMF 15.7.1), forwards; all its terms are positive. */
function gaussFraction(b: number, c: number, y: number): number {
  let numerator = 1;
  let denominator = 0;
  let fraction = 1;
  for (let n = 0; n < MAX_TERMS; n++) {
    const odd = (((b + n) * (c - 1 + n)) / ((c - 1 + 2 * n) * (c + 2 * n))) * y;
    denominator = 1 / (1 + odd * denominator);
    numerator = 1 + odd / numerator;
    fraction *= numerator * denominator;
    const even = (((n + 1) * (c - b + n)) / ((c + 2 * n) * (c + 2 * n + 1))) * y;
    denominator = 1 / (1 + even * denominator);
    numerator = 1 + even / numerator;
    const change = numerator * denominator;
    fraction *= change;
    if (Math.abs(change - 1) < 2e-16) break;
  }
  return 1 / fraction;
}

const MAX_TERMS = 1000;

/** The part of H's integral from 0 to `end`, to its own precision however small a part it is. */
export function departureProbabilityUntil(k: number, s: number, q: number, end: number): number {
  const density = (y: number): number => {
    const small = Math.exp(-Math.abs(y));
    const w = (end * (y < 0 ? small : 1)) / (1 + small);
    return (w * (y < 0 ? 1 : small) * Math.exp(-s * w - k * logGrowth(q, w))) / (1 + small);
  };
  return s * integrateRealLine(density, 0, 1);
}
