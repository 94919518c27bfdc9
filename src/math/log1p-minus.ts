/**
 * log(1 + t) − t, the exponent in which a density falls around its peak, without cancellation for small t.
 *
 * @param ratio 1 + t, where it is known to more digits than t can tell (t close to −1).
 */
export function log1pMinus(t: number, ratio: number = 1 + t): number {
  if (t < -0.5 || t > 1) return Math.log(ratio) - t;
  // log(1 + t) = 2 artanh(r) = 2 (r + r³ ÷ 3 + …)
  const r = t / (2 + t);
  const square = r * r;
  let sum = 0;
  for (let k = ODD_POWERS; k >= 0; k--) sum = sum * square + 1 / (2 * k + 3);
  return r * (2 * square * sum - t);
}

const ODD_POWERS = 16;
