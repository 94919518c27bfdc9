import type { OfferBook } from "../offers/offer-book.ts";
import { OPEN } from "../offers/offer-status.ts";
import { checkNames, invalidOption } from "../rows/options.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { HitRateWindow } from "./hit-rate-options.ts";

/** First and last day of a span. */
export interface ComparedSpan {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

interface SpanInput {
  readonly from: DateInput;
  readonly to?: DateInput;
}

/** Two spans of days that are over by a day and share none. */
export function checkedSpans(
  book: OfferBook,
  { first, second }: { readonly first: SpanInput; readonly second: SpanInput },
  asOf: CivilDay,
  shape: string,
): readonly [ComparedSpan, ComparedSpan] {
  const one = checkedSpan(book, first, "comparison.first", asOf, shape);
  const other = checkedSpan(book, second, "comparison.second", asOf, shape);
  if (one.from <= other.to && other.from <= one.to) {
    const trouble = `It shares days with the first span, ${isoDate(one.from)} to ${isoDate(one.to)}: offers of both would be compared with themselves. Pass spans that do not overlap.`;
    throw invalidOption("comparison.second", isoDate(other.from), trouble);
  }
  return [one, other];
}

function checkedSpan(
  book: OfferBook,
  span: SpanInput,
  path: string,
  asOf: CivilDay,
  shape: string,
): ComparedSpan {
  if (typeof span !== "object" || span === null) throw invalidOption(path, span, shape);
  checkNames(path, span, { from: true, to: true });
  const from = dayOption(`${path}.from`, span.from, book.timeZone);
  const to = span.to === undefined ? asOf : dayOption(`${path}.to`, span.to, book.timeZone);
  if (to > asOf) {
    throw invalidOption(
      `${path}.to`,
      isoDate(to),
      `It lies after asOf, ${isoDate(asOf)}: pass an earlier day.`,
    );
  }
  if (from > to)
    throw invalidOption(
      `${path}.from`,
      isoDate(from),
      `It lies after the last day, ${isoDate(to)}: pass an earlier one.`,
    );
  return { from, to };
}

/** The place of each offer's span, −1 for those in none; what is open was decided in none. */
export function codesOfSpans(
  outcomes: Uint8Array,
  days: Int32Array,
  window: HitRateWindow,
  spans: readonly ComparedSpan[],
): Int32Array {
  return days.map((day, i) => {
    if (window === "period" && outcomes[i] === OPEN) return -1;
    return spans.findIndex(({ from, to }) => day >= from && day <= to);
  });
}
