import type { CustomerId } from "../../src/rows/customer-id.ts";
import type { TransactionLog } from "../../src/transactions/transaction-log.ts";

/** A log as a map from customer to transactions, for comparing logs whatever the order of their customers. */
export function contentsOf(log: TransactionLog): Map<CustomerId, readonly string[]> {
  return new Map(
    log.customerIds.map((id, c) => {
      const start = log.offsets[c] ?? 0;
      const end = log.offsets[c + 1] ?? 0;
      const transactions = Array.from(
        { length: end - start },
        (_, i) => `${log.days[start + i]} ${log.amounts[start + i]} ${log.margins?.[start + i] ?? "-"}`,
      );
      return [id, transactions];
    }),
  );
}

/** Sum of a log's amounts. */
export function revenueOf(log: TransactionLog): number {
  return log.amounts.reduce((sum, amount) => sum + amount, 0);
}
