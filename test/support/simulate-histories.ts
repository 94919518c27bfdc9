import type { Random } from "../../src/math/random.ts";
import type { BgNbdParameters } from "../../src/models/bg-nbd.ts";
import type { PurchaseHistory } from "../../src/models/purchase-histories.ts";

/** Histories drawn straight from the assumptions of the BG/NBD model, in continuous time. */
export function simulateHistories(
  random: Random,
  { r, alpha, a, b }: BgNbdParameters,
  customers: number,
  longest: number,
): PurchaseHistory[] {
  return Array.from({ length: customers }, () => {
    const T = longest * (0.5 + 0.5 * random.uniform());
    const rate = random.gamma(r, alpha);
    const dropout = random.beta(a, b);
    let frequency = 0;
    let recency = 0;
    for (let age = random.exponential(rate); age <= T; age += random.exponential(rate)) {
      frequency += 1;
      recency = age;
      if (random.uniform() <= dropout) break;
    }
    return { frequency, recency, T };
  });
}
