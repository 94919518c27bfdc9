import type { CustomerId } from "../../src/rows/customer-id.ts";
import type { TransactionLog } from "../../src/transactions/transaction-log.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";

/** A transaction in short: customer, date, amount (10 if nothing is said). */
export type ShortRow = readonly [customerId: CustomerId, date: string, amount?: number];

export function shortLog(...rows: readonly ShortRow[]): TransactionLog {
  return transactionLog(rows.map(([customerId, date, amount = 10]) => ({ customerId, date, amount })));
}

/** Purchases of one customer, "A". */
export function purchasesOn(...dates: readonly string[]): TransactionLog {
  return shortLog(...dates.map((date): ShortRow => ["A", date]));
}
