import { quantile } from "../math/quantile.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";

/** Days between purchase days: how long they usually are, of the base and of each customer. */
export class UsualGaps {
  readonly #log: TransactionLog;
  readonly #asOf: CivilDay;
  readonly #gaps: Int32Array;
  /** How many gaps of all customers are no longer than so many days; empty if nobody bought on two days. */
  readonly #upTo: Int32Array;
  /** Median of all gaps of all customers, or `null` if nobody bought on two days. */
  readonly ofBase: number | null;

  constructor(log: TransactionLog, asOf: CivilDay) {
    this.#log = log;
    this.#asOf = asOf;
    this.#gaps = new Int32Array(mostTransactions(log.offsets));
    this.#upTo = this.#countByLength();
    this.ofBase = medianOf(this.#upTo);
  }

  /** Median gap of a customer who bought on at least three days, else `null`: one gap is no rhythm. */
  ofCustomer(customer: number): number | null {
    const count = this.#readGaps(customer);
    if (count < 2) return null;
    return quantile(this.#gaps.subarray(0, count).sort(), 0.5);
  }

  /** The share of a customer's own gaps that were longer than so many days; `null` without gaps. */
  ownShareLonger(customer: number, days: number): number | null {
    const count = this.#readGaps(customer);
    if (count === 0) return null;
    let longer = 0;
    for (let i = 0; i < count; i++) if ((this.#gaps[i] as number) > days) longer += 1;
    return longer / count;
  }

  /** The share of all gaps of all customers that were longer than so many days; `null` without gaps. */
  baseShareLonger(days: number): number | null {
    const total = this.#upTo.at(-1);
    if (total === undefined) return null;
    return days < this.#upTo.length ? (total - (this.#upTo[days] as number)) / total : 0;
  }

  /** Gaps are whole days, so counting them by length replaces sorting them. */
  #countByLength(): Int32Array {
    const { customerIds } = this.#log;
    let longest = -1;
    for (let customer = 0; customer < customerIds.length; customer++) {
      const count = this.#readGaps(customer);
      for (let i = 0; i < count; i++) longest = Math.max(longest, this.#gaps[i] as number);
    }
    const upTo = new Int32Array(longest + 1);
    for (let customer = 0; customer < customerIds.length; customer++) {
      const count = this.#readGaps(customer);
      for (let i = 0; i < count; i++) {
        const gap = this.#gaps[i] as number;
        upTo[gap] = (upTo[gap] as number) + 1;
      }
    }
    for (let gap = 1; gap <= longest; gap++) upTo[gap] = (upTo[gap] as number) + (upTo[gap - 1] as number);
    return upTo;
  }

  /** Writes the gaps between the purchase days of a customer and says how many there are. */
  #readGaps(customer: number): number {
    const { offsets, days, amounts } = this.#log;
    const end = offsets[customer + 1] as number;
    let count = -1;
    let previous = 0;
    for (let i = offsets[customer] as number; i < end; i++) {
      const day = days[i] as number;
      if (day > this.#asOf) break;
      if (!isPurchase(amounts[i] as number) || (count >= 0 && day === previous)) continue;
      if (count >= 0) this.#gaps[count] = day - previous;
      count += 1;
      previous = day;
    }
    return Math.max(count, 0);
  }
}

function mostTransactions(offsets: Int32Array): number {
  let most = 0;
  for (let c = 1; c < offsets.length; c++) {
    most = Math.max(most, (offsets[c] as number) - (offsets[c - 1] as number));
  }
  return most;
}

function medianOf(upTo: Int32Array): number | null {
  const total = upTo.at(-1);
  if (total === undefined) return null;
  return (gapOfRank(upTo, (total - 1) >> 1) + gapOfRank(upTo, total >> 1)) / 2;
}

/** The gap at a place (from 0) of all gaps by ascending length. */
function gapOfRank(upTo: Int32Array, rank: number): number {
  let gap = 0;
  while ((upTo[gap] as number) <= rank) gap += 1;
  return gap;
}
