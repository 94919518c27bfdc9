import { firstPurchase } from "../retention/first-purchase.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";

/** The first day of those who have not bought: later than any. */
export const NEVER: CivilDay = 2 ** 31 - 1;

/** The day of each customer's first purchase; `NEVER` without one by a day. */
export function firstDays(log: TransactionLog, asOf: CivilDay): Int32Array {
  const days = new Int32Array(log.customerIds.length);
  for (let c = 0; c < days.length; c++) {
    const i = firstPurchase(log, c, asOf);
    days[c] = i < 0 ? NEVER : (log.days[i] as number);
  }
  return days;
}
