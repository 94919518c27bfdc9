import type { Random } from "../../../src/math/random.ts";
import type { History } from "../bases.ts";

/** CDNOW's parameters of the BG/NBD model, in days. */
export const DRAWN_FROM = { r: 0.243, alpha: 4.414 * 7, a: 0.793, b: 2.426 };

/** A history of T days drawn from the BG/NBD model itself, by default with CDNOW's purchase rates; the last purchase in whole days. */
export function drawHistory(
  random: Random,
  T: number,
  rate: number = random.gamma(DRAWN_FROM.r, DRAWN_FROM.alpha),
): History {
  const dropout = random.beta(DRAWN_FROM.a, DRAWN_FROM.b);
  let frequency = 0;
  let last = 0;
  for (let age = random.exponential(rate); age < T; age += random.exponential(rate)) {
    frequency += 1;
    last = age;
    if (random.uniform() <= dropout) break;
  }
  return { frequency, recency: Math.floor(last), T };
}
