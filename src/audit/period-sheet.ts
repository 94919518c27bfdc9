import { CompensatedSums } from "../math/compensated-sums.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import { withoutResidue } from "./customer-periods.ts";
import type { MarginSource } from "./margin-source.ts";

/** What each customer of a log did from one day to another, both included. */
export interface PeriodSheet {
  readonly orders: Int32Array;
  /** Net of returns. */
  readonly revenue: Float64Array;
  /** Sum of the amounts without their signs; 0 for those without any. */
  readonly turnover: Float64Array;
  /** `null` without margins. */
  readonly margin: Float64Array | null;
  /** Who bought, and what they did. */
  readonly buyers: number;
  readonly buyersOrders: number;
  readonly buyersRevenue: number;
  readonly buyersMargin: number | null;
  /** People with returns who bought nothing. */
  readonly others: { readonly customers: number; readonly revenue: number };
  /** Revenue of the log in these days, added up transaction by transaction. */
  readonly logRevenue: number;
}

const OWN = 0;
const OWN_MARGIN = 1;
const ALL = 2;
const BUYERS = 3;
const BUYERS_MARGIN = 4;
const OTHERS = 5;

export function periodSheet(
  log: TransactionLog,
  from: CivilDay,
  to: CivilDay,
  margin: MarginSource,
): PeriodSheet {
  const { days, amounts, offsets } = log;
  const customers = log.customerIds.length;
  const margins = margin.kind === "log" ? margin.margins : null;
  const orders = new Int32Array(customers);
  const revenue = new Float64Array(customers);
  const turnover = new Float64Array(customers);
  const ownMargin = margin.kind === null ? null : new Float64Array(customers);
  const sums = new CompensatedSums(6);
  let buyers = 0;
  let buyersOrders = 0;
  let others = 0;
  for (let c = 0; c < customers; c++) {
    let transactions = 0;
    let purchases = 0;
    let moved = 0;
    sums.clear(OWN);
    sums.clear(OWN_MARGIN);
    for (let i = offsets[c] as number; i < (offsets[c + 1] as number); i++) {
      const day = days[i] as number;
      if (day > to) break;
      if (day < from) continue;
      const amount = amounts[i] as number;
      transactions += 1;
      moved += Math.abs(amount);
      if (isPurchase(amount)) purchases += 1;
      sums.add(OWN, amount);
      sums.add(ALL, amount);
      if (margins !== null) sums.add(OWN_MARGIN, margins[i] as number);
    }
    if (transactions === 0) continue;
    const own = withoutResidue(sums.at(OWN), moved, transactions);
    orders[c] = purchases;
    revenue[c] = own;
    turnover[c] = moved;
    const profit = margin.kind === "rate" ? margin.rate * own + 0 : sums.at(OWN_MARGIN);
    if (ownMargin !== null) ownMargin[c] = profit;
    sums.add(purchases > 0 ? BUYERS : OTHERS, own);
    if (purchases === 0) others += 1;
    else {
      buyers += 1;
      buyersOrders += purchases;
      sums.add(BUYERS_MARGIN, profit);
    }
  }
  return {
    orders,
    revenue,
    turnover,
    margin: ownMargin,
    buyers,
    buyersOrders,
    buyersRevenue: sums.at(BUYERS),
    buyersMargin: ownMargin === null ? null : sums.at(BUYERS_MARGIN),
    others: { customers: others, revenue: sums.at(OTHERS) },
    logRevenue: sums.at(ALL),
  };
}
