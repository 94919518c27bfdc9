import { type CustomerColumns, type CustomerSummaries, predictColumns } from "clientele";
import { DISCOUNT_RATE, FAR, NEAR, PURCHASES, type Scored, type Scores, SPEND } from "./scores.ts";

/** All scores from columns in one call. */
export function scoreColumns(model: Scored, customers: CustomerSummaries): () => Scores {
  const columns = columnsOf(customers);
  const options = {
    purchases: PURCHASES[model],
    spend: SPEND,
    horizon: FAR,
    purchaseHorizon: NEAR,
    discountRate: DISCOUNT_RATE,
  };
  return () => {
    const { probabilityAlive, expectedPurchases, lifetimeValue } = predictColumns(columns, options);
    return { probabilityAlive, in90Days: expectedPurchases, lifetimeValue };
  };
}

function columnsOf({ rows, unit, asOf }: CustomerSummaries): CustomerColumns {
  return {
    unit,
    asOf,
    frequency: Int32Array.from(rows, (row) => row.frequency),
    recency: Float64Array.from(rows, (row) => row.recency),
    T: Float64Array.from(rows, (row) => row.T),
    monetaryValue: Float64Array.from(rows, (row) => row.monetaryValue),
  };
}
