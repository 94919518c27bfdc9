import { type CodedColumn, recode } from "../rows/coded-column.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { IssueCounts } from "../rows/data-error.ts";
import { finiteTotal } from "../rows/finite-total.ts";
import type { NamedColumn } from "../rows/named-columns.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { isCivilDay } from "../time/read-civil-day.ts";
import { type AmountName, keptAmounts, keptWonValues } from "./offer-amounts.ts";
import { type BookContents, brandBook, NO_DAY, type OfferBook, type OfferKey } from "./offer-book.ts";
import type { OfferLines } from "./offer-lines.ts";
import { offerWarnings } from "./offer-warnings.ts";
import type { CheckedOfferOptions } from "./options.ts";

/** What is known of a book besides its offers. */
export interface BookFacts<Row> {
  readonly rows: number;
  readonly leftOut: number;
  readonly skipped: IssueCounts;
  readonly unusedWords: readonly string[];
  readonly absent: readonly NamedColumn<Row>[];
}

/** Makes a book of the kept rows, in their order. */
export function buildBook<Row>(
  lines: OfferLines<Row>,
  kept: Int32Array,
  options: CheckedOfferOptions,
  facts: BookFacts<Row>,
): OfferBook {
  const customers = recode(lines.customers, kept);
  const statuses = new Uint8Array(kept.length);
  for (let i = 0; i < kept.length; i++) statuses[i] = lines.statuses[kept[i] as number] as number;
  const submitted = keptDays(lines.submitted, kept);
  const decided = keptDays(lines.decided, kept);
  const amounts = keptNumbers(lines, statuses, kept);
  const span = spanOf(submitted, decided);
  const until = options.until ?? span?.last ?? null;
  return brandBook({
    ids: keptIds(lines.ids, kept),
    customers: customers.codes,
    customerIds: customers.ids,
    statuses,
    submitted,
    decided,
    ...amounts,
    keys: lines.keys.map((key): OfferKey => {
      const { codes, ids } = recode(key, kept);
      return { name: key.name, codes, dictionary: ids };
    }),
    from: span === null ? null : isoDate(span.first),
    until: until === null ? null : isoDate(until),
    timeZone: options.timeZone,
    rows: facts.rows,
    leftOut: facts.leftOut,
    skipped: facts.skipped,
    warnings: offerWarnings(
      { submitted, decided, values: amounts.values },
      until,
      facts.unusedWords,
      facts.absent,
    ),
  });
}

function keptIds(ids: CodedColumn | null, kept: Int32Array): readonly CustomerId[] {
  if (ids === null) return Array.from(kept);
  return Array.from(kept, (row) => ids.ids[ids.codes[row] as number] as CustomerId);
}

function keptDays(days: Int32Array, kept: Int32Array): Int32Array<ArrayBuffer> {
  const result = new Int32Array(kept.length);
  for (let i = 0; i < kept.length; i++) {
    const day = days[kept[i] as number] as number;
    result[i] = isCivilDay(day) ? day : NO_DAY;
  }
  return result;
}

type Amounts = Pick<BookContents, "values" | "wonValues" | "margins" | "costs" | "hours">;

function keptNumbers<Row>({ amounts }: OfferLines<Row>, statuses: Uint8Array, kept: Int32Array): Amounts {
  const lineOf = (name: AmountName) => amounts.find((line) => line.name === name);
  const numbersOf = (name: AmountName): Float64Array | null => {
    const line = lineOf(name);
    return line === undefined ? null : summable(keptAmounts(line, kept), line.column.field);
  };
  const values = numbersOf("value");
  const orders = lineOf("wonValue");
  const wonValues = values === null ? null : keptWonValues(orders, values, statuses, kept);
  if (wonValues !== null) summable(wonValues, orders?.column.field ?? "wonValue");
  return {
    values,
    wonValues,
    margins: numbersOf("margin"),
    costs: numbersOf("cost"),
    hours: numbersOf("hours"),
  };
}

/** Sums over a book must stay finite, whichever offers they are of. */
function summable(numbers: Float64Array, field: string): Float64Array {
  let total = 0;
  for (let i = 0; i < numbers.length; i++) total += Math.abs(numbers[i] as number);
  finiteTotal(total, field);
  return numbers;
}

/** First submission, and latest day that was written; drafts have none. */
function spanOf(
  submitted: Int32Array,
  decided: Int32Array,
): { readonly first: CivilDay; readonly last: CivilDay } | null {
  let first = NO_DAY;
  let last = -NO_DAY;
  for (let i = 0; i < submitted.length; i++) {
    const day = submitted[i] as number;
    if (day === NO_DAY) continue;
    const decision = decided[i] as number;
    first = Math.min(first, day);
    last = Math.max(last, decision === NO_DAY ? day : decision);
  }
  return first === NO_DAY ? null : { first, last };
}
