import { IssueCollector } from "../rows/issue-collector.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import { checkBase } from "./check-base.ts";
import { type HistoryFault, reportHistory } from "./check-history.ts";
import { historyTrouble, type PurchaseHistories, type WeightedHistory } from "./purchase-histories.ts";

/** How unevenly a customer's time is divided among the intervals between his purchases. */
export interface IntervalSpread {
  /** Number of intervals, at least 2. */
  readonly intervals: number;
  /** Σ ln(mean ÷ interval): 0 if all are equal, more the more they differ. */
  readonly unevenness: number;
  /** Customers for whom it stands. */
  readonly weight: number;
}

/** The spread of each customer's intervals. */
export function spreadsOfLog(log: TransactionLog, asOf: CivilDay, minPurchases: number): IntervalSpread[] {
  const spreads: IntervalSpread[] = [];
  eachCustomer(log, asOf, minPurchases, (days) => {
    const intervals = days.length - 1;
    const mean = ((days[intervals] as number) - (days[0] as number)) / intervals;
    let unevenness = 0;
    for (let i = 1; i <= intervals; i++) {
      unevenness += Math.log(mean / ((days[i] as number) - (days[i - 1] as number)));
    }
    spreads.push({ intervals, unevenness, weight: 1 });
  });
  return spreads;
}

/** The share of the last but one interval in the sum of the last two, of each customer. */
export function pairShares(log: TransactionLog, asOf: CivilDay, minPurchases: number): number[] {
  const shares: number[] = [];
  eachCustomer(log, asOf, minPurchases, (days) => {
    const [before, middle, last] = days.slice(-3) as [number, number, number];
    shares.push((middle - before) / (last - before));
  });
  return shares;
}

/** The spreads of summaries: recency is the sum of the intervals. */
export function spreadsOfHistories(histories: PurchaseHistories, minPurchases: number): IntervalSpread[] {
  checkBase(histories);
  const collector = new IssueCollector();
  const spreads: IntervalSpread[] = [];
  histories.rows.forEach((row, i) => {
    const fault = historyTrouble(row) ?? (row.frequency < 2 ? null : spreadTrouble(row));
    if (fault !== null) reportHistory(collector, i, row, fault);
    else if (row.frequency >= minPurchases - 1) spreads.push(spreadOf(row));
  });
  collector.throwIfAny();
  return spreads;
}

function spreadOf({ frequency, recency, sumLogIntervals, weight = 1 }: WeightedHistory): IntervalSpread {
  const unevenness = frequency * Math.log(recency / frequency) - (sumLogIntervals as number);
  return { intervals: frequency, unevenness, weight };
}

function spreadTrouble(row: WeightedHistory): HistoryFault | null {
  const { frequency, recency, sumLogIntervals } = row;
  if (!Number.isFinite(sumLogIntervals)) {
    return {
      field: "sumLogIntervals",
      trouble:
        "The regularity is read from sumLogIntervals: use summarizeCustomers(log, { intervals: true }), or pass the log.",
    };
  }
  // No intervals of this sum have a larger sum of logarithms than equal ones.
  const most = frequency * Math.log(recency / frequency);
  if ((sumLogIntervals as number) <= most + 1e-9 * frequency) return null;
  return {
    field: "sumLogIntervals",
    trouble:
      "No intervals that add up to the recency have so large a sum of logarithms: are both in the same unit?",
  };
}

/** Hands over the purchase days of each customer who has enough of them; the array serves all in turn. */
function eachCustomer(
  log: TransactionLog,
  asOf: CivilDay,
  minPurchases: number,
  visit: (days: readonly CivilDay[]) => void,
): void {
  const { days, amounts, offsets } = log;
  const purchaseDays: CivilDay[] = [];
  for (let c = 0; c < log.customerIds.length; c++) {
    purchaseDays.length = 0;
    const end = offsets[c + 1] as number;
    for (let i = offsets[c] as number; i < end; i++) {
      const day = days[i] as number;
      if (day > asOf) break;
      if (isPurchase(amounts[i] as number) && day !== purchaseDays.at(-1)) purchaseDays.push(day);
    }
    if (purchaseDays.length >= minPurchases) visit(purchaseDays);
  }
}
