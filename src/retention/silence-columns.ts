import { UsualGaps } from "../classification/usual-gap.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";

/** How long the customers of a log have been silent as of a day, beside the gaps between their purchases; column by column. */
export interface SilenceColumns {
  /** Place in the log of each customer who has bought. */
  readonly customer: Int32Array;
  readonly lastPurchase: Int32Array;
  /** Days from the last purchase to the day. */
  readonly silence: Float64Array;
  /** Median gap, of the customer or of the base; NaN if nobody bought on two days. */
  readonly usualGap: Float64Array;
  /** 1 if the usual gap is the customer's own. */
  readonly isOwn: Uint8Array;
  /** Share of the customer's own gaps that were longer than the silence; NaN without gaps. */
  readonly ownLonger: Float64Array;
  /** Share of all gaps that were longer than the silence; NaN without gaps. */
  readonly baseLonger: Float64Array;
  /** Median of all gaps; `null` without gaps. */
  readonly baseGap: number | null;
}

/** Reads the silences of all who have bought by a day; nothing after it is looked at. */
export function silenceColumns(log: TransactionLog, asOf: CivilDay): SilenceColumns {
  const gaps = new UsualGaps(log, asOf);
  const size = log.customerIds.length;
  const customer = new Int32Array(size);
  const lastPurchase = new Int32Array(size);
  let count = 0;
  for (let c = 0; c < size; c++) {
    const last = lastPurchaseOf(log, c, asOf);
    if (last === null) continue;
    customer[count] = c;
    lastPurchase[count] = last;
    count += 1;
  }
  const silence = new Float64Array(count);
  const usualGap = new Float64Array(count);
  const isOwn = new Uint8Array(count);
  const ownLonger = new Float64Array(count);
  const baseLonger = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const c = customer[i] as number;
    const days = asOf - (lastPurchase[i] as number);
    const own = gaps.ofCustomer(c);
    silence[i] = days;
    isOwn[i] = own === null ? 0 : 1;
    usualGap[i] = own ?? gaps.ofBase ?? Number.NaN;
    ownLonger[i] = gaps.ownShareLonger(c, days) ?? Number.NaN;
    baseLonger[i] = gaps.baseShareLonger(days) ?? Number.NaN;
  }
  return {
    customer: customer.subarray(0, count),
    lastPurchase: lastPurchase.subarray(0, count),
    silence,
    usualGap,
    isOwn,
    ownLonger,
    baseLonger,
    baseGap: gaps.ofBase,
  };
}

/** Day of a customer's last purchase by a day; `null` if there is none. */
function lastPurchaseOf(log: TransactionLog, customer: number, asOf: CivilDay): CivilDay | null {
  const start = log.offsets[customer] as number;
  for (let i = (log.offsets[customer + 1] as number) - 1; i >= start; i--) {
    const day = log.days[i] as number;
    if (day <= asOf && isPurchase(log.amounts[i] as number)) return day;
  }
  return null;
}
