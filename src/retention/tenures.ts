import type { CustomerId } from "../rows/customer-id.ts";
import { invalidOption } from "../rows/options.ts";
import type { SubscriptionBook } from "../subscriptions/subscription-book.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { Tenure, Tenures } from "./tenure.ts";
import type { BookTenureOptions, LogTenureOptions } from "./tenure-options.ts";
import { tenuresOfBook } from "./tenures-of-book.ts";
import { tenuresOfLog } from "./tenures-of-log.ts";

/**
 * How long each customer of a shop has been one, and whether he was lost: rows for survival analysis.
 *
 * A tenure begins with the first purchase. It is over when a silence has lasted `lostAfter`: on the first day d without a purchase in
 * (d − lostAfter, d], as in `classifyCustomers`. Who is not lost as of the day is censored, not taken for loyal or lost. Until `lostAfter` nobody can be
 * lost, so survival is 1 that long by definition. Returns are no purchases.
 *
 * @param log - Transactions.
 * @param options - `lostAfter` (a duration), and if wanted `unit`, `asOf`, `observedFrom`, `spells` and `churnedOn`.
 * @returns `{ unit, asOf, observedUntil, rows, omitted, warnings }`; rows `{ customerId, start, end, duration, event, spell }` with durations above 0 in
 *   `unit`, ready for `kaplanMeier`, `logRank` and `coxRegression`, in the order of the log.
 * @throws {@link DataError} if this is neither log nor book, `lostAfter` is missing, or another option cannot be used.
 *
 * @example
 * import { tenures, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-11-20", amount: 70 },
 *   { customerId: "Ben", date: "2025-02-01", amount: 20 },
 * ]);
 * const { rows } = tenures(log, { lostAfter: { days: 180 }, spells: "all", asOf: "2025-12-31" });
 * rows[0]; // => { customerId: "Ada", start: "2025-01-10", end: "2025-07-08", duration: 180, event: true, spell: 1 }
 * rows[1]; // => { customerId: "Ada", start: "2025-11-20", end: null, duration: 41, event: false, spell: 2 }
 */
export function tenures(log: TransactionLog, options: LogTenureOptions): Tenures;
/**
 * How long each customer has been under contract, or each subscription has run, and whether it ended: rows for survival analysis.
 *
 * A customer's tenure is the time during which any subscription covers him, without a gap of more than `gap` days; free ones count unless `paid` is
 * true. It is over on the first day without service. Ends that lie after `asOf` are not looked at, even if they are known by then: they are known of
 * those who leave only, and would make leaving look more frequent than it is.
 *
 * @param book - Subscriptions.
 * @param options - `unit`, `asOf`, `observedFrom`, `spells`, `of`, `gap` (days), `paid`, and `keys` that rows are to carry.
 * @returns `{ unit, asOf, observedUntil, rows, omitted, warnings }`; rows `{ customerId, start, end, duration, event, spell }` with the keys asked for
 *   beside them (`null` where a subscription has none), in the order of the book.
 * @throws {@link DataError} if this is neither log nor book, the book has no such key, or another option cannot be used.
 *
 * @example
 * import { subscriptionBook, tenures } from "clientele";
 *
 * const book = subscriptionBook(
 *   [
 *     { customerId: "Ada", start: "2025-01-01", end: "2025-03-31", monthlyAmount: 10, plan: "Basic" },
 *     { customerId: "Ada", start: "2025-04-01", monthlyAmount: 20, plan: "Pro" },
 *     { customerId: "Ben", start: "2025-02-01", end: "2025-02-28", monthlyAmount: 10, plan: "Basic" },
 *   ],
 *   {},
 *   { until: "2025-12-31" },
 * );
 * const { rows } = tenures(book, { keys: ["plan"] });
 * rows[0]; // => { customerId: "Ada", start: "2025-01-01", end: null, duration: 364, event: false, spell: 1, plan: "Basic" }
 * rows[1]; // => { customerId: "Ben", start: "2025-02-01", end: "2025-02-28", duration: 28, event: true, spell: 1, plan: "Basic" }
 */
export function tenures<Key extends string = never>(
  book: SubscriptionBook,
  options?: BookTenureOptions<Key>,
): Tenures<Tenure & { readonly [Name in Key]: CustomerId | null }>;
export function tenures(
  source: TransactionLog | SubscriptionBook,
  options: LogTenureOptions | BookTenureOptions<string> = {},
): Tenures {
  const kind = typeof source === "object" && source !== null ? source.kind : undefined;
  if (kind === "transaction-log") {
    return tenuresOfLog(source as TransactionLog, options as LogTenureOptions);
  }
  if (kind === "subscription-book")
    return tenuresOfBook(source as SubscriptionBook, options as BookTenureOptions<string>);
  const trouble = "This is neither a log nor a book: pass what transactionLog or subscriptionBook returns.";
  throw invalidOption("log", source, trouble);
}
