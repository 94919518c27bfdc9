import type { CustomerSummary } from "../../src/customers/customer-summaries.ts";

/** A customer as the papers' spreadsheets have him: times in weeks and money with two decimals. */
export function inHundredths({ frequency, recency, T, monetaryValue }: CustomerSummary): {
  readonly frequency: number;
  readonly recency: number;
  readonly T: number;
  readonly monetaryValue: number;
} {
  return {
    frequency,
    recency: Number(recency.toFixed(2)),
    T: Number(T.toFixed(2)),
    // Half a cent goes up, also where binary fractions put it a hair below the half.
    monetaryValue: Math.round(monetaryValue * 100 + 1e-7) / 100,
  };
}
