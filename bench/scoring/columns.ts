import { type CustomerColumns, type CustomerSummaries, predictColumns } from "clientele";
import { DISCOUNT_RATE, FAR, NEAR, PURCHASES, type Scored, type Scores, SPEND } from "./scores.ts";

/** Scores from columns: one call for each horizon. */
export function scoreColumns(model: Scored, customers: CustomerSummaries): () => Scores {
  const columns = columnsOf(customers);
  const models = { purchases: PURCHASES[model], spend: SPEND };
  return () => {
    const { probabilityAlive, expectedPurchases } = predictColumns(columns, { ...models, horizon: NEAR });
    const far = predictColumns(columns, { ...models, horizon: FAR, discountRate: DISCOUNT_RATE });
    return { probabilityAlive, in90Days: expectedPurchases, lifetimeValue: far.lifetimeValue };
  };
}

/** The long horizon alone: P(alive) and the value, but no expectation for 90 days. */
export function scoreColumnsOnce(model: Scored, customers: CustomerSummaries): () => Partial<Scores> {
  const columns = columnsOf(customers);
  const options = { purchases: PURCHASES[model], spend: SPEND, horizon: FAR, discountRate: DISCOUNT_RATE };
  return () => {
    const { probabilityAlive, lifetimeValue } = predictColumns(columns, options);
    return { probabilityAlive, lifetimeValue };
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
