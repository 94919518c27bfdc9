import { type CustomerSummaries, predictCustomers } from "clientele";
import { DISCOUNT_RATE, FAR, NEAR, PURCHASES, type Scored, type Scores, SPEND } from "./scores.ts";

/** Scores from row objects: one call for each horizon. */
export function scoreRows(model: Scored, customers: CustomerSummaries): () => Scores {
  const purchases = PURCHASES[model];
  return () => {
    const near = predictCustomers(customers, { purchases, spend: SPEND, horizon: NEAR });
    const far = predictCustomers(customers, {
      purchases,
      spend: SPEND,
      horizon: FAR,
      discountRate: DISCOUNT_RATE,
    });
    // Taken out of the rows, as whoever works on with columns must; it costs a few ns.
    return {
      probabilityAlive: Float64Array.from(near, (row) => row.probabilityAlive),
      in90Days: Float64Array.from(near, (row) => row.expectedPurchases),
      lifetimeValue: Float64Array.from(far, (row) => row.lifetimeValue),
    };
  };
}
