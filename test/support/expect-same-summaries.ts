import { expect } from "vitest";
import type { CustomerSummaries, CustomerSummary } from "../../src/customers/customer-summaries.ts";

const MONEY = ["monetaryValue", "revenue", "margin"] as const;

/**
 * Expects the same summaries, of customers in any order: money to 1e-12 of what passed through the customer's account, since sums in another
 * order differ in their last digits, all else exactly.
 */
export function expectSameSummaries(
  actual: CustomerSummaries,
  expected: CustomerSummaries,
  turnover: number,
): void {
  expect({ ...actual, rows: [], withoutPurchase: null }).toEqual({
    ...expected,
    rows: [],
    withoutPurchase: null,
  });
  expect(actual.withoutPurchase.customers).toBe(expected.withoutPurchase.customers);
  expectClose(actual.withoutPurchase.revenue, expected.withoutPurchase.revenue, turnover);
  const rowOf = new Map(expected.rows.map((row) => [row.customerId, row]));
  expect(actual.rows).toHaveLength(rowOf.size);
  for (const row of actual.rows) {
    const other = rowOf.get(row.customerId) as CustomerSummary;
    expect(withoutMoney(row)).toEqual(withoutMoney(other));
    for (const name of MONEY) {
      if (other[name] === 0) expect(row[name]).toBe(0);
      else if (other[name] !== undefined) expectClose(row[name] as number, other[name], turnover);
    }
  }
}

function expectClose(actual: number, expected: number, turnover: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * turnover);
}

function withoutMoney(row: CustomerSummary): unknown {
  return { ...row, monetaryValue: 0, revenue: 0, margin: row.margin === undefined ? undefined : 0 };
}
