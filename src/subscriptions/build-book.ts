import { recode } from "../rows/coded-column.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { IssueCounts } from "../rows/data-error.ts";
import type { CodedKey } from "../rows/named-columns.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { type LaidRows, laySubscriptions, type SortColumns } from "./lay-subscriptions.ts";
import { refuseInexact, unitsOf } from "./money.ts";
import type { CheckedBookOptions } from "./options.ts";
import { brandBook, NO_END, type SubscriptionBook, type SubscriptionKey } from "./subscription-book.ts";
import type { SubscriptionLines } from "./subscription-lines.ts";
import { subscriptionWarnings } from "./subscription-warnings.ts";

/** What is known of a book besides its subscriptions. */
export interface BookFacts {
  readonly rows: number;
  /** What the user calls the column of amounts. */
  readonly amountField: string;
  readonly skipped: IssueCounts;
}

/** Lays the kept rows out customer by customer, each customer's by start. */
export function buildBook<Row>(
  lines: SubscriptionLines<Row>,
  kept: Int32Array,
  options: CheckedBookOptions,
  facts: BookFacts,
): SubscriptionBook {
  const customers = recode(lines.customers, kept);
  const columns: SortColumns = {
    ...lines,
    plans: lines.keys.find(({ name }) => name === "plan")?.codes ?? null,
  };
  const laid = laySubscriptions(kept, customers.codes, customers.ids.length, columns);
  const { order, offsets } = laid;
  const { starts, ends, amounts } = laidValues(lines, order, options);
  refuseInexact(amounts, options.decimals, facts.amountField);
  const span = spanOf(lines, kept);
  const until = options.until ?? span?.last ?? null;
  const { ids } = lines;
  return brandBook({
    customerIds: customers.ids,
    offsets,
    starts,
    ends,
    amounts,
    decimals: options.decimals,
    keys: laidKeys(lines.keys, kept, laid),
    ids: ids === null ? null : Array.from(order, (row) => ids.ids[ids.codes[row] as number] as CustomerId),
    from: span === null ? null : isoDate(span.first),
    until: until === null ? null : isoDate(until),
    timeZone: options.timeZone,
    rows: facts.rows,
    skipped: facts.skipped,
    warnings: subscriptionWarnings(kept, laid, columns, until, options),
  });
}

function laidValues<Row>(
  lines: SubscriptionLines<Row>,
  order: Int32Array,
  { endDay, decimals }: CheckedBookOptions,
): Pick<SubscriptionBook, "starts" | "ends" | "amounts"> {
  const starts = new Int32Array(order.length);
  const ends = new Int32Array(order.length);
  const amounts = new Float64Array(order.length);
  const lastEnd = endDay === "exclusive" ? 1 : 0;
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const end = lines.ends[row] as number;
    starts[i] = lines.starts[row] as number;
    ends[i] = end === NO_END ? NO_END : end - lastEnd;
    // Adding 0 turns −0 into 0.
    amounts[i] = unitsOf(lines.amounts[row] as number, decimals) + 0;
  }
  return { starts, ends, amounts };
}

function laidKeys<Row>(
  keys: readonly CodedKey<Row>[],
  kept: Int32Array,
  { order }: LaidRows,
): readonly SubscriptionKey[] {
  const placeOf = new Int32Array(Math.max(-1, ...lastOf(kept)) + 1);
  for (let i = 0; i < kept.length; i++) placeOf[kept[i] as number] = i;
  return keys.map((key) => {
    const { codes, ids } = recode(key, kept);
    return {
      name: key.name,
      codes: order.map((row) => codes[placeOf[row] as number] as number),
      dictionary: ids,
    };
  });
}

function lastOf(kept: Int32Array): readonly number[] {
  return kept.length === 0 ? [] : [kept[kept.length - 1] as number];
}

/** First start and latest day that was written. */
function spanOf<Row>(
  { starts, ends }: SubscriptionLines<Row>,
  kept: Int32Array,
): { readonly first: CivilDay; readonly last: CivilDay } | null {
  if (kept.length === 0) return null;
  let first = NO_END;
  let last = -NO_END;
  for (let i = 0; i < kept.length; i++) {
    const start = starts[kept[i] as number] as number;
    const end = ends[kept[i] as number] as number;
    first = Math.min(first, start);
    last = Math.max(last, end === NO_END ? start : end);
  }
  return { first, last };
}
