/**
 * The income of customers who stay with a constant probability, as Σ q^t with q = retention × growth ÷ discounting.
 *
 * All is told by 1 − q, which keeps its digits where q is close to 1.
 */
export function oneMinusRatio(retentionRate: number, discountRate: number, growth: number): number {
  return (1 - retentionRate + discountRate - retentionRate * growth) / (1 + discountRate);
}

/** Σ of q^t over t = 0 … n − 1; over all t if n is infinite, where it is infinite unless q < 1. */
export function geometricSum(oneMinusQ: number, n: number): number {
  if (n === Number.POSITIVE_INFINITY) return oneMinusQ > 0 ? 1 / oneMinusQ : Number.POSITIVE_INFINITY;
  if (oneMinusQ === 0) return n;
  return -Math.expm1(n * Math.log1p(-oneMinusQ)) / oneMinusQ;
}

/** q^n. */
export function geometricPower(oneMinusQ: number, n: number): number {
  return n === 0 ? 1 : Math.exp(n * Math.log1p(-oneMinusQ));
}
