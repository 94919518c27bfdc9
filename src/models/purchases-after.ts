import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";

/** The days between which purchases are counted, and how. */
export interface CountingFrame {
  /** Last day of the calibration; who has bought by then belongs to the base. */
  readonly split: CivilDay;
  /** Last day of the holdout. */
  readonly until: CivilDay;
  /** Last days of successive stretches of time; the last is `until`. */
  readonly ends: readonly CivilDay[];
  /** Whether all purchases of a customer's day are one. */
  readonly perDay: boolean;
}

/** What a log holds of purchases, counted as the summaries count them. */
export interface PurchaseCounts {
  /** Purchases in the holdout of each customer of the base, in the order of the log. */
  readonly holdout: readonly number[];
  /** Repeat purchases of the base in each stretch of time. */
  readonly byStretch: readonly number[];
  /** Who first bought in the holdout, and the purchases they made in it, the first ones included. */
  readonly newcomers: { readonly customers: number; readonly purchases: number };
}

/** Counts the purchases of a log up to the end of the holdout. */
export function countPurchases(log: TransactionLog, frame: CountingFrame): PurchaseCounts {
  const { split, until, perDay } = frame;
  const { days, amounts, offsets } = log;
  const stretchOf = stretches(frame.ends);
  const holdout: number[] = [];
  const byStretch = frame.ends.map(() => 0);
  let newcomers = 0;
  let theirPurchases = 0;
  for (let c = 0; c < log.customerIds.length; c++) {
    let first: CivilDay | null = null;
    let last: CivilDay | null = null;
    let later = 0;
    const end = offsets[c + 1] as number;
    for (let i = offsets[c] as number; i < end; i++) {
      const day = days[i] as number;
      if (day > until) break;
      if (!isPurchase(amounts[i] as number) || (perDay && day === last)) continue;
      last = day;
      if (day > split) later += 1;
      if (first === null) {
        first = day;
        continue;
      }
      if (first > split) continue;
      const at = stretchOf(day);
      byStretch[at] = (byStretch[at] as number) + 1;
    }
    if (first === null) continue;
    if (first <= split) holdout.push(later);
    else {
      newcomers += 1;
      theirPurchases += later;
    }
  }
  return { holdout, byStretch, newcomers: { customers: newcomers, purchases: theirPurchases } };
}

/** In which stretch a day lies: the first that does not end before it. */
function stretches(ends: readonly CivilDay[]): (day: CivilDay) => number {
  return (day) => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
