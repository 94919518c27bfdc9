import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import type { ContributionLedger } from "./contribution-ledger.ts";
import type { YearlyValues } from "./yearly-values.ts";

/** How transactions are booked. */
export interface BookingTask {
  readonly from: CivilDay;
  readonly asOf: CivilDay;
  /** Margin rate of each customer; `null` for the margins of the log. */
  readonly rates: Float64Array | null;
  readonly perPurchase: number;
  readonly perReturn: number;
  /** What money of a day is worth at the end. */
  readonly worth: (day: CivilDay) => number;
}

/** Books the transactions of a window. */
export function bookLog(
  log: TransactionLog,
  { from, asOf, rates, perPurchase, perReturn, worth }: BookingTask,
  ledger: ContributionLedger,
  years: YearlyValues,
): void {
  const { days, amounts, margins, offsets } = log;
  for (let c = 0; c < log.customerIds.length; c++) {
    const end = offsets[c + 1] as number;
    for (let i = offsets[c] as number; i < end; i++) {
      const day = days[i] as number;
      if (day > asOf) break;
      if (day < from) continue;
      const amount = amounts[i] as number;
      const margin = rates === null ? (margins?.[i] as number) : amount * (rates[c] as number);
      const cost = isPurchase(amount) ? perPurchase : perReturn;
      const factor = worth(day);
      ledger.book(c, amount, margin);
      ledger.addValue(c, factor * margin);
      years.add(day, margin, factor * margin);
      if (cost === 0) continue;
      ledger.bookCost(c, "order", cost);
      ledger.addValue(c, -factor * cost);
      years.add(day, -cost, -factor * cost);
    }
  }
}
