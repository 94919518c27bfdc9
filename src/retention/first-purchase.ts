import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";

/** Where a customer's first purchase stands in the log; below 0 if there is none by a day. */
export function firstPurchase(log: TransactionLog, customer: number, asOf: CivilDay): number {
  const { amounts, days } = log;
  const end = log.offsets[customer + 1] as number;
  let i = log.offsets[customer] as number;
  while (i < end && !isPurchase(amounts[i] as number)) i++;
  return i < end && (days[i] as number) <= asOf ? i : -1;
}
