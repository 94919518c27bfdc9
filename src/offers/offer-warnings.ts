import { quoted } from "../rows/issue.ts";
import type { NamedColumn } from "../rows/named-columns.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { type BookContents, NO_DAY } from "./offer-book.ts";
import type { OfferWarning, OfferWarningCode } from "./offer-warning.ts";

/** What is doubtful about sound rows. */
export function offerWarnings<Row>(
  { submitted, decided, values }: Pick<BookContents, "submitted" | "decided" | "values">,
  until: CivilDay | null,
  unusedWords: readonly string[],
  absent: readonly NamedColumn<Row>[],
): readonly OfferWarning[] {
  let drafts = 0;
  let lateSubmissions = 0;
  let lateDecisions = 0;
  let worthless = 0;
  const last = until ?? NO_DAY;
  for (let i = 0; i < submitted.length; i++) {
    const day = submitted[i] as number;
    if (day === NO_DAY) drafts += 1;
    else if (day > last) lateSubmissions += 1;
    const decision = decided[i] as number;
    if (decision !== NO_DAY && decision > last) lateDecisions += 1;
    if (values !== null && values[i] === 0) worthless += 1;
  }
  const day = until === null ? "" : isoDate(until);
  const words = unusedWords.map((word) => quoted(word)).join(", ");
  const fields = absent.map(({ name, column }) => `${quoted(column.field)} for ${name}`).join(", ");
  return [
    ...warning("zero_values", worthless, ZERO),
    ...warning("future_submissions", lateSubmissions, `Submitted after ${day}: not known on that day.`),
    ...warning("future_decisions", lateDecisions, `Decided after ${day}: still open on that day.`),
    ...warning("unsubmitted_offers", drafts, DRAFTS),
    ...warning("unused_status_words", unusedWords.length, `No row has the status ${words}.`),
    ...warning("absent_fields", absent.length, `No row has the field ${fields}: is a name misspelt?`),
  ];
}

const ZERO = "The value is 0: such offers count by number, and weigh nothing by value.";
const DRAFTS = "Open without a day of submission: such offers are drafts, and no rate counts them.";

function warning(code: OfferWarningCode, count: number, message: string): readonly OfferWarning[] {
  return count === 0 ? [] : [{ code, count, message }];
}
