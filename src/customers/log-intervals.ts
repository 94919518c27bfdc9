import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";

/** Σ of the natural logarithms of the days between a customer's successive purchase days, up to a day. */
export function sumLogDaysBetween(log: TransactionLog, customer: number, asOf: CivilDay): number {
  const { days, amounts, offsets } = log;
  const end = offsets[customer + 1] as number;
  let sum = 0;
  let last: CivilDay | null = null;
  for (let i = offsets[customer] as number; i < end; i++) {
    const day = days[i] as number;
    if (day > asOf) break;
    if (!isPurchase(amounts[i] as number)) continue;
    if (last !== null && day > last) sum += Math.log(day - last);
    last = day;
  }
  return sum;
}
