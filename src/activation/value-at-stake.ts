import { CompensatedSums } from "../math/compensated-sums.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { type Duration, durationBefore } from "../time/duration.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";

/**
 * What customers of a log spent in their last active window: from the first day of a window that ends with the last purchase, up to the day of judgement.
 *
 * After the last purchase there can be returns only; they take back what was bought before.
 */
export function lastWindowRevenue(
  log: TransactionLog,
  asOf: CivilDay,
  window: Duration,
): (customer: number) => number {
  const before = durationBefore(window);
  const sums = new CompensatedSums(1);
  return (customer) => {
    const { days, amounts, offsets } = log;
    const start = offsets[customer] as number;
    let end = offsets[customer + 1] as number;
    while (end > start && (days[end - 1] as number) > asOf) end -= 1;
    let last = end - 1;
    while (last >= start && !isPurchase(amounts[last] as number)) last -= 1;
    if (last < start) return 0;
    const dayBefore = before(days[last] as number);
    sums.clear(0);
    for (let i = end - 1; i >= start && (days[i] as number) > dayBefore; i--) {
      sums.add(0, amounts[i] as number);
    }
    return sums.at(0);
  };
}

/** The mean of what customers bought on their first purchase day; `null` if nobody has bought by the day of judgement. */
export function meanFirstPurchase({ days, amounts, offsets }: TransactionLog, asOf: CivilDay): number | null {
  const sums = new CompensatedSums(1);
  let buyers = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const end = offsets[customer + 1] as number;
    let i = offsets[customer] as number;
    while (i < end && !isPurchase(amounts[i] as number)) i += 1;
    const first = i < end ? (days[i] as number) : Number.POSITIVE_INFINITY;
    if (first > asOf) continue;
    buyers += 1;
    for (; i < end && days[i] === first; i++) {
      const amount = amounts[i] as number;
      if (isPurchase(amount)) sums.add(0, amount);
    }
  }
  return buyers === 0 ? null : sums.at(0) / buyers;
}
