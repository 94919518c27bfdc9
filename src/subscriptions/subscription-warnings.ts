import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { compareRows, type LaidRows, type SortColumns } from "./lay-subscriptions.ts";
import { unitsOf } from "./money.ts";
import type { CheckedBookOptions } from "./options.ts";
import { NO_END } from "./subscription-book.ts";
import { RowTally, type SubscriptionWarning } from "./subscription-warning.ts";

/** What is doubtful about sound rows. */
export function subscriptionWarnings(
  kept: Int32Array,
  laid: LaidRows,
  columns: SortColumns,
  until: CivilDay | null,
  { endDay, decimals }: CheckedBookOptions,
): readonly SubscriptionWarning[] {
  const { starts, ends, amounts } = columns;
  const lateEnds = new RowTally();
  const lateStarts = new RowTally();
  const unserved = new RowTally();
  const running = new RowTally();
  const vanished = new RowTally();
  const lastEnd = endDay === "exclusive" ? 1 : 0;
  for (let i = 0; i < kept.length; i++) {
    const row = kept[i] as number;
    const start = starts[row] as number;
    const end = ends[row] as number;
    if (end === NO_END) running.add(row);
    else if (until !== null && end - lastEnd > until) lateEnds.add(row);
    if (until !== null && start > until) lateStarts.add(row);
    if (end - lastEnd < start) unserved.add(row);
    const amount = amounts[row] as number;
    if (amount > 0 && unitsOf(amount, decimals) === 0) vanished.add(row);
  }
  const day = until === null ? "" : isoDate(until);
  return [
    ...identicalRows(laid, columns).warning("identical-rows", IDENTICAL),
    ...lateEnds.warning("ends-after-until", `The end lies after ${day}: the subscription runs until then.`),
    ...lateStarts.warning("starts-after-until", `The start lies after ${day}: nothing counts before it.`),
    ...unserved.warning("never-in-service", UNSERVED),
    ...(running.count === kept.length ? running.warning("no-ends", NO_ENDS) : []),
    ...vanished.warning("amounts-rounded-to-zero", `With ${decimals} decimals ${VANISHED}`),
  ];
}

const IDENTICAL =
  "An earlier row has the same customer, start, end, amount and plan: if these are duplicates, remove them, since each counts in full.";
const UNSERVED = "The first day without service is the first day of service: no day is left.";
const NO_ENDS =
  "Not one subscription has an end, so nobody ever left: if that is not so, name the column of ends.";
const VANISHED = "the amount becomes 0 and the subscription free: ask for more decimals.";

/** Rows that say the same as a neighbour, but for the first of them. */
function identicalRows({ offsets, order }: LaidRows, columns: SortColumns): RowTally {
  const rows: number[] = [];
  for (let c = 0; c + 1 < offsets.length; c++) {
    const to = offsets[c + 1] as number;
    for (let i = (offsets[c] as number) + 1; i < to; i++) {
      const row = order[i] as number;
      if (compareRows(columns, order[i - 1] as number, row) === 0) rows.push(row);
    }
  }
  const tally = new RowTally();
  for (const row of rows.sort((a, b) => a - b)) tally.add(row);
  return tally;
}
