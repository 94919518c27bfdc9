import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";

/** Whether a customer of the log bought after a day, up to and with another. */
export function purchasedWithin(
  log: TransactionLog,
  customer: number,
  after: CivilDay,
  until: CivilDay,
): boolean {
  const end = log.offsets[customer + 1] as number;
  for (let i = log.offsets[customer] as number; i < end; i++) {
    const day = log.days[i] as number;
    if (day > until) return false;
    if (day > after && isPurchase(log.amounts[i] as number)) return true;
  }
  return false;
}
