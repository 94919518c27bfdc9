import type { OrderedValues } from "./ordered-values.ts";

/** Values this near to the mean, relative to it, count as equal to it: the mean itself is rounded. */
const AT_MEAN = 1e-12;

/**
 * The asymmetry of a Lorenz curve after Damgaard & Weiner (2000), equations 3 to 6; 1 if it is symmetric.
 *
 * Above 1 the largest values make most of the inequality, below 1 the many small ones do. Where values equal the mean, the coefficient is known
 * only to an interval; this is its middle, which is 1 if all values are equal.
 */
export function lorenzAsymmetry({ values, weights, n, largest, sum }: OrderedValues): number | null {
  if (sum === 0) return null;
  const mean = sum / n;
  let below = 0;
  let sumBelow = 0;
  let k = 0;
  for (; k < values.length; k++) {
    const share = (values[k] as number) / largest;
    if (share >= mean * (1 - AT_MEAN)) break;
    below += weights[k] as number;
    sumBelow += share * (weights[k] as number);
  }
  const lower = below / n + sumBelow / sum;
  let at = 0;
  let sumAt = 0;
  for (let j = k; j < values.length; j++) {
    const share = (values[j] as number) / largest;
    if (share > mean * (1 + AT_MEAN)) break;
    at += weights[j] as number;
    sumAt += share * (weights[j] as number);
  }
  if (at > 0) return lower + (at / n + sumAt / sum) / 2;
  const last = (values[k - 1] as number) / largest;
  const next = (values[k] as number) / largest;
  const part = (mean - last) / (next - last);
  return (below + part) / n + (sumBelow + part * next) / sum;
}
