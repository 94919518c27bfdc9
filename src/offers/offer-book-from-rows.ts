import { IssueCollector } from "../rows/issue-collector.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { siftRows } from "../rows/sift-rows.ts";
import { buildBook } from "./build-book.ts";
import type { Offer, OfferColumns } from "./columns.ts";
import type { OfferBook } from "./offer-book.ts";
import { isFaulty, type OfferInput, reportDuplicate, reportFaults } from "./offer-faults.ts";
import { readLines } from "./offer-lines.ts";
import { checkedOfferOptions, type OfferBookOptions } from "./options.ts";
import { type LooseColumns, resolveColumns } from "./resolve-columns.ts";
import { LEFT_OUT, StatusWords } from "./status-words.ts";

/**
 * Reads offers (quotes, deals, opportunities; Angebote) from rows into a checked book.
 *
 * A row is one offer to one customer. It is open, won, lost or withdrawn; what the rows call these is said in `statuses`. An offer that is not open
 * needs the day of its decision, an open one must have none. An open offer that has not been submitted is a draft, and may lack the day of
 * submission.
 *
 * @param rows - The rows, in any order: an array or any other iterable.
 * @param columns - Where a row holds status, days of submission and decision and, if wanted, id, customer, value as offered and as ordered (money),
 *   margin and cost (money), hours of work, stage and further keys: field names or functions. Defaults are the fields `customerId`, `status`,
 *   `submitted`, `decided`, `value` and `stage`.
 * @param options - Time zone, what to do with rows that cannot be read, what the words for statuses mean, last day observed.
 * @returns The book: one place for each offer in the order of the rows, days since 1970-01-01, with counts of what was left out or skipped and
 *   warnings of what is doubtful.
 * @throws {@link DataError} with all faulty rows (unless `invalid: "skip"`), for options that are none, or if values are too large to be added up.
 *
 * @example
 * import { offerBook } from "clientele";
 *
 * const angebote = [
 *   { nr: "A-1", kunde: "Adler", stand: "Auftrag", abgabe: "2025-01-10", entschieden: "2025-02-03", summe: 12_000, verkauf: "Ida" },
 *   { nr: "A-2", kunde: "Berg", stand: "Absage", abgabe: "2025-01-20", entschieden: "2025-03-01", summe: 8_000, verkauf: "Jo" },
 *   { nr: "A-3", kunde: "Adler", stand: "offen", abgabe: "2025-02-20", entschieden: null, summe: 5_000, verkauf: "Ida" },
 * ];
 * const book = offerBook(
 *   angebote,
 *   { id: "nr", customer: "kunde", status: "stand", submitted: "abgabe", decided: "entschieden", value: "summe", keys: { seller: "verkauf" } },
 *   { statuses: { offen: "open", Auftrag: "won", Absage: "lost" }, until: "2025-03-31" },
 * );
 * [...book.statuses]; // => [1, 2, 0]
 * [...(book.wonValues ?? [])]; // => [12000, 0, 0]
 * book.keys[0]?.dictionary; // => ["Ida", "Jo"]
 */
export function offerBook<Row extends Offer>(
  rows: Iterable<Row>,
  columns?: OfferColumns<Row>,
  options?: OfferBookOptions,
): OfferBook;
export function offerBook<Row>(
  rows: Iterable<Row>,
  columns: OfferColumns<Row>,
  options?: OfferBookOptions,
): OfferBook;
export function offerBook<Row>(
  rows: Iterable<Row>,
  columns?: OfferColumns<Row>,
  options: OfferBookOptions = {},
): OfferBook {
  const checkedOptions = checkedOfferOptions(options);
  const list = listOfRows(rows);
  const resolved = resolveColumns(list, columns as LooseColumns<Row> | undefined);
  const words = new StatusWords(checkedOptions.statuses);
  const lines = readLines(list, resolved, words, checkedOptions.timeZone);
  const collector = new IssueCollector();
  const kept = siftOffers({ rows: list, columns: resolved, words, lines }, collector);
  if (checkedOptions.invalid === "throw") collector.throwIfAny();
  const leftOut = lines.statuses.reduce((count, status) => count + (status === LEFT_OUT ? 1 : 0), 0);
  return buildBook(lines, kept, checkedOptions, {
    rows: list.length,
    leftOut,
    skipped: { total: list.length - leftOut - kept.length, byCode: collector.counts().byCode },
    unusedWords: list.length === 0 ? [] : words.unused(),
    absent: resolved.absent,
  });
}

function siftOffers<Row>(input: OfferInput<Row>, collector: IssueCollector): Int32Array {
  const { lines } = input;
  return siftRows({
    rows: lines.statuses.length,
    ids: lines.ids,
    isFaulty: (row) => isFaulty(lines, row),
    reportFaults: (row) => reportFaults(input, row, collector),
    reportDuplicate: (row, earlier) => reportDuplicate(input, row, earlier, collector),
  });
}
