import type { CustomerSummaries, CustomerSummary } from "clientele";
import { seededRandom } from "../../src/math/random.ts";
import { drawHistory } from "../purchase-model/bases/draw-history.ts";

/** Customers to be scored, 1 to 2 years old, of whom those who came back spent as the Gamma-Gamma model has it. */
export function drawnCustomers(count: number): CustomerSummaries {
  const random = seededRandom(2);
  const rows = Array.from({ length: count }, (_, customerId): CustomerSummary => {
    const { frequency, recency, T } = drawHistory(random, 365 + Math.floor(random.uniform() * 365));
    const monetaryValue =
      frequency === 0 ? 0 : random.gamma(6.249 * frequency, random.gamma(3.745, 15.448) * frequency);
    const revenue = monetaryValue * (frequency + 1);
    // No prediction reads the days.
    const [firstPurchase, lastPurchase] = ["2024-01-01", "2024-01-01"];
    return {
      customerId,
      frequency,
      recency,
      T,
      monetaryValue,
      orders: frequency + 1,
      revenue,
      firstPurchase,
      lastPurchase,
    };
  });
  return {
    unit: "day",
    asOf: AS_OF,
    count: "purchase-days",
    rows,
    withoutPurchase: { customers: 0, revenue: 0 },
  };
}

export const AS_OF = "2025-12-31";
