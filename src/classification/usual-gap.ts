import { quantile } from "../math/quantile.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";

/** Days between purchase days: the base's median, and each customer's own. */
export class UsualGaps {
  readonly #log: TransactionLog;
  readonly #asOf: CivilDay;
  readonly #gaps: Int32Array;
  /** Median of all gaps of all customers, or `null` if nobody bought on two days. */
  readonly ofBase: number | null;

  constructor(log: TransactionLog, asOf: CivilDay) {
    this.#log = log;
    this.#asOf = asOf;
    this.#gaps = new Int32Array(mostTransactions(log.offsets));
    this.ofBase = this.#medianOfAll();
  }

  /** Median gap of a customer who bought on at least three days, else `null`: one gap is no rhythm. */
  ofCustomer(customer: number): number | null {
    const count = this.#readGaps(customer);
    if (count < 2) return null;
    return quantile(this.#gaps.subarray(0, count).sort(), 0.5);
  }

  #medianOfAll(): number | null {
    const { customerIds } = this.#log;
    let total = 0;
    let longest = 0;
    for (let customer = 0; customer < customerIds.length; customer++) {
      const count = this.#readGaps(customer);
      total += count;
      for (let i = 0; i < count; i++) longest = Math.max(longest, this.#gaps[i] as number);
    }
    if (total === 0) return null;
    // Gaps are whole days, so counting them by length replaces sorting them.
    const byLength = new Int32Array(longest + 1);
    for (let customer = 0; customer < customerIds.length; customer++) {
      const count = this.#readGaps(customer);
      for (let i = 0; i < count; i++) {
        const gap = this.#gaps[i] as number;
        byLength[gap] = (byLength[gap] as number) + 1;
      }
    }
    return (gapOfRank(byLength, (total - 1) >> 1) + gapOfRank(byLength, total >> 1)) / 2;
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

/** The gap at a place (from 0) of all gaps by ascending length. */
function gapOfRank(byLength: Int32Array, rank: number): number {
  let below = 0;
  for (let gap = 0; gap < byLength.length; gap++) {
    below += byLength[gap] as number;
    if (below > rank) return gap;
  }
  return byLength.length - 1;
}
