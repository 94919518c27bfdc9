import { fitMbgNbd, probabilityOfPurchases, summarizeCustomers, transactionLog } from "clientele";
import type { Business, Line } from "./sources.ts";

/** A customer with what the decisions below look at. */
export interface Customer {
  readonly customerId: string;
  readonly revenue: number;
  readonly before: number;
  readonly now: number;
  /** Revenue now compared with before: −1 for a customer who stopped, 1 for a new one. */
  readonly growth: number;
  readonly purchases: number;
  /** Probability of no purchase in the half year to come, under a model of purchases. */
  readonly churn: number;
}

/** The customers of a business, one row each. */
export function customersOf({ lines, days }: Business): readonly Customer[] {
  const [from, middle, until] = days;
  const columns = { customer: "customerId", date: "date", amount: "amount", order: "order" } as const;
  const log = transactionLog(lines, columns);
  const summaries = summarizeCustomers(log, { asOf: until });
  const model = fitMbgNbd(summaries);
  const before = revenueOf(lines, from, middle);
  const now = revenueOf(lines, middle, until);
  return summaries.rows.map((row) => {
    const customerId = String(row.customerId);
    const then = before.get(customerId) ?? 0;
    const since = now.get(customerId) ?? 0;
    const size = Math.abs(then) + Math.abs(since);
    return {
      customerId,
      revenue: row.revenue,
      before: then,
      now: since,
      growth: size === 0 ? 0 : (since - then) / size,
      purchases: row.frequency + 1,
      churn: probabilityOfPurchases(model, row, { horizon: { months: 6 }, exactly: 0 }),
    };
  });
}

function revenueOf(lines: readonly Line[], after: string, until: string): Map<string, number> {
  const revenue = new Map<string, number>();
  for (const { customerId, date, amount } of lines) {
    if (date > after && date <= until) revenue.set(customerId, (revenue.get(customerId) ?? 0) + amount);
  }
  return revenue;
}
