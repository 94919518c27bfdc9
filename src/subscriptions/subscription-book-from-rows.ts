import { IssueCollector } from "../rows/issue-collector.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { buildBook } from "./build-book.ts";
import type { Subscription, SubscriptionColumns } from "./columns.ts";
import { checkedBookOptions, type SubscriptionBookOptions } from "./options.ts";
import { type LooseColumns, resolveColumns } from "./resolve-columns.ts";
import { siftSubscriptions } from "./sift-subscriptions.ts";
import type { SubscriptionBook } from "./subscription-book.ts";
import { readLines } from "./subscription-lines.ts";

/**
 * Reads subscriptions (contracts, memberships) from rows into a checked book.
 *
 * A row is one subscription at one price: a change of price or plan ends a row and starts the next. A subscription is in service from its start
 * to its end, both inclusive unless `endDay` says otherwise; one without an end runs on, and is known to do so until `until`. An amount of 0 is a
 * trial or a free plan.
 *
 * @param rows - The rows, in any order: an array or any other iterable.
 * @param columns - Where a row holds customer, start, end, monthly amount (money per month) and, if wanted, plan, id and further keys: field
 *   names or functions. Defaults are the fields `customerId`, `start`, `end`, `monthlyAmount` and `plan`.
 * @param options - Time zone, what to do with rows that cannot be read, what an end means, decimals of money, last day observed.
 * @returns The book: subscriptions by customer and start, in days since 1970-01-01 and in whole units of money, with counts of what was skipped
 *   and warnings of what is doubtful.
 * @throws {@link DataError} with all faulty rows (unless `invalid: "skip"`), for options that are none, or if the amounts are too large to be
 *   added up exactly.
 *
 * @example
 * import { subscriptionBook } from "clientele";
 *
 * const contracts = [
 *   { kundennr: 7, beginn: "2024-01-01", ende: "2024-12-31", proMonat: 49.9, tarif: "Basis" },
 *   { kundennr: 7, beginn: "2025-01-01", ende: null, proMonat: 89, tarif: "Premium" },
 *   { kundennr: 8, beginn: "2025-03-15", ende: null, proMonat: 49.9, tarif: "Basis" },
 * ];
 * const book = subscriptionBook(
 *   contracts,
 *   { customer: "kundennr", start: "beginn", end: "ende", monthlyAmount: "proMonat", plan: "tarif" },
 *   { until: "2025-06-30" },
 * );
 * book.customerIds; // => [7, 8]
 * [...book.amounts].map((units) => units / 10 ** book.decimals); // => [49.9, 89, 49.9]
 * book.keys[0]?.dictionary; // => ["Basis", "Premium"]
 */
export function subscriptionBook<Row extends Subscription>(
  rows: Iterable<Row>,
  columns?: SubscriptionColumns<Row>,
  options?: SubscriptionBookOptions,
): SubscriptionBook;
export function subscriptionBook<Row>(
  rows: Iterable<Row>,
  columns: SubscriptionColumns<Row>,
  options?: SubscriptionBookOptions,
): SubscriptionBook;
export function subscriptionBook<Row>(
  rows: Iterable<Row>,
  columns?: SubscriptionColumns<Row>,
  options: SubscriptionBookOptions = {},
): SubscriptionBook {
  const checkedOptions = checkedBookOptions(options);
  const list = listOfRows(rows);
  const resolved = resolveColumns<Row>(columns as LooseColumns<Row> | undefined);
  const lines = readLines(list, resolved, checkedOptions.timeZone);
  const collector = new IssueCollector();
  const kept = siftSubscriptions({ rows: list, columns: resolved, lines }, collector);
  if (checkedOptions.invalid === "throw") collector.throwIfAny();
  return buildBook(lines, kept, checkedOptions, {
    rows: list.length,
    amountField: resolved.amount.field,
    skipped: { total: list.length - kept.length, byCode: collector.counts().byCode },
  });
}
