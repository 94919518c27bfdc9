import { checkNames, checkNumber, checkOneOf, checkOption } from "../rows/options.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { pairShares, spreadsOfHistories, spreadsOfLog } from "./interval-spreads.ts";
import { notEnoughData } from "./not-enough-data.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";
import { type Regularity, regularityByLikelihood, regularityByPairs } from "./regularity.ts";

/** How the regularity of purchases is estimated. */
export interface RegularityOptions {
  /**
   * `"likelihood"` (default) uses all intervals of a customer; `"wheat-morrison"` the last two, as the paper and earlier software do, and needs
   * a log.
   */
  readonly method?: "likelihood" | "wheat-morrison";
  /** Customers with fewer purchase days are left out: a whole number of at least 3, the default, since it takes two intervals to compare. */
  readonly minPurchases?: number;
  /** The day as of which to judge, inclusive; only for a log. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
}

/** How regularly a base buys. */
export interface RegularityEstimate {
  readonly method: "likelihood" | "wheat-morrison";
  /** The shape k of the times between purchases: 1 is random, more is regular, less comes in bursts. */
  readonly regularity: number;
  /** Its standard error, if all customers are equally regular; `null` from a single customer by Wheat & Morrison's method. */
  readonly standardError: number | null;
  /** Customers used. */
  readonly customers: number;
  /** Intervals used. */
  readonly intervals: number;
}

/**
 * How regular the times between purchases are: the shape k of a gamma distribution that all customers share, each with a pace of his own.
 *
 * Whether a model of random times (k = 1: BG/NBD, MBG/NBD, Pareto/NBD) will do, or one for regular buyers (`fitMbgCnbdK`). Only how a
 * customer's time divides among his intervals counts, so that neither his pace nor the unit plays a part. Given their sum, n intervals are
 * shares of a symmetric Dirichlet(k) distribution; this stays so whatever ends the observation and whoever leaves after a purchase, since
 * either depends on the sum and on what follows it alone.
 *
 * `"likelihood"` maximises Σ lnΓ(nk) − n lnΓ(k) + (k − 1) Σ ln shares, which is concave in k; the standard error comes from its second
 * derivative. `"wheat-morrison"` takes M = t₁ ÷ (t₁ + t₂) of each customer's last two intervals, which is Beta(k, k), and k = (1 − 4V) ÷ 8V
 * with V = mean of (M − ½)².
 *
 * Intervals are those between purchase days, in whole days, and purchases of one day are one: who buys every few days looks more regular than
 * he is.
 *
 * @param purchases - A log; or, for `"likelihood"`, summaries made with `{ intervals: true }`, whose `weight` counts.
 * @param options - `method`, `minPurchases` and `asOf`.
 * @returns `{ method, regularity, standardError, customers, intervals }`; k has no unit.
 * @throws {@link DataError} if no customer has enough purchase days, all have bought at exactly equal intervals (no k is large enough then), or
 *   summaries lack `sumLogIntervals`.
 * @see Wheat & Morrison (1990), "Estimating purchase regularity with two interpurchase times", Journal of Marketing Research 27(1).
 *
 * @example
 * import { estimateRegularity, transactionLog } from "clientele";
 *
 * const days = { A: ["01-05", "02-04", "03-09", "04-06"], B: ["01-20", "01-27", "02-05"], C: ["02-01", "03-20", "05-09"] };
 * const log = transactionLog(
 *   Object.entries(days).flatMap(([customerId, dates]) =>
 *     dates.map((date) => ({ customerId, date: `2025-${date}`, amount: 10 })),
 *   ),
 * );
 * estimateRegularity(log);
 * // => { method: "likelihood", regularity: 85.2, standardError: 60.1, customers: 3, intervals: 7 }
 * estimateRegularity(log, { method: "wheat-morrison", minPurchases: 4 }).customers; // => 1
 */
export function estimateRegularity(
  purchases: TransactionLog | PurchaseHistories,
  options: RegularityOptions = {},
): RegularityEstimate {
  checkNames("options", options, NAMES);
  const { method = "likelihood", minPurchases = 3 } = options;
  checkOneOf("method", method, ["likelihood", "wheat-morrison"]);
  checkNumber("minPurchases", minPurchases, { least: 3, whole: true });
  const estimate = isLog(purchases)
    ? fromLog(purchases, method, minPurchases, options.asOf)
    : fromHistories(purchases, options, minPurchases);
  return { method, ...estimate };
}

const NAMES = { method: true, minPurchases: true, asOf: true } satisfies Record<
  keyof RegularityOptions,
  true
>;

function isLog(purchases: TransactionLog | PurchaseHistories): purchases is TransactionLog {
  return typeof purchases === "object" && purchases !== null && "kind" in purchases;
}

function fromLog(
  log: TransactionLog,
  method: RegularityEstimate["method"],
  minPurchases: number,
  asOfOption: DateInput | undefined,
): Regularity {
  const asOf = asOfDay(log, asOfOption);
  if (method === "wheat-morrison") return regularityByPairs(someOf(pairShares(log, asOf, minPurchases)));
  return regularityByLikelihood(someOf(spreadsOfLog(log, asOf, minPurchases)));
}

function fromHistories(
  histories: PurchaseHistories,
  { method, asOf }: RegularityOptions,
  minPurchases: number,
): Regularity {
  const needsLog = "This method needs the single intervals: pass the log.";
  checkOption("method", method, method === "wheat-morrison" ? needsLog : null);
  const settled = "Summaries have a day of their own: leave this out, or pass the log.";
  checkOption("asOf", asOf, asOf === undefined ? null : settled);
  return regularityByLikelihood(someOf(spreadsOfHistories(histories, minPurchases)));
}

function someOf<Item>(items: readonly Item[]): readonly Item[] {
  if (items.length > 0) return items;
  throw notEnoughData("No customer has enough purchase days: it takes three, with two intervals to compare.");
}
