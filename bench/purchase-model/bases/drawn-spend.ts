import { seededRandom } from "../../../src/math/random.ts";
import type { Base, Spending } from "../bases.ts";

/** Repeat customers with 1 or more purchases, and the mean of their amounts drawn from the Gamma-Gamma model with CDNOW's parameters. */
export function drawnSpend(customers: number): Base<Spending> {
  const random = seededRandom(1);
  const rows = Array.from({ length: customers }, () => {
    const frequency = 1 + Math.floor(random.exponential(0.5));
    const rate = random.gamma(3.745, 15.448);
    return { frequency, monetaryValue: random.gamma(6.249 * frequency, rate * frequency) };
  });
  return { label: `drawn, ${customers.toLocaleString("en-US")} repeat customers`, unit: "day", rows };
}
