import { checkNames } from "../rows/options.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { reasonFor } from "./class-rules.ts";
import { type ClassShare, classShares } from "./class-shares.ts";
import { type ClassificationLimits, classificationLimits, shownLimits } from "./classification-limits.ts";
import { type ClassifiedCustomer, classifiedCustomer } from "./classified-customer.ts";
import { readKnownPeople } from "./known-people.ts";
import { dateWriter } from "./never.ts";
import { CLASSIFICATION_NAMES, type ClassificationOptions } from "./options.ts";
import { visitHistories } from "./person-histories.ts";
import { UsualGaps } from "./usual-gap.ts";

/** A customer base by lifecycle class. */
export interface CustomerClassification {
  readonly asOf: IsoDate;
  /** The limits between the classes, defaults included. */
  readonly limits: ClassificationLimits;
  /** Customers of the log in its order, then prospects, then whoever else interacted. */
  readonly rows: readonly ClassifiedCustomer[];
  /** One row per class; customers and revenue add up to those of `rows`. */
  readonly classes: readonly ClassShare[];
}

/**
 * Puts everybody who is known into exactly one lifecycle class, with the reason.
 *
 * The rules, of which the first that fits decides: (1) a termination on or after the last purchase: `lost`; (2) no purchase: `dormant`
 * (never converted) after enough contacts, else `prospect`; (3) no activity within `lostAfter`: `lost`; (4) none in the active window:
 * `dormant`; (5) first purchase inside `newWithin` and fewer than `regularOrders` purchases: `new`; (6) a purchase inside `newWithin` after
 * a silence longer than the active window: `reactivated`; (7) silent for longer than `overdueFactor` × the usual gap, or revenue of the
 * active window below `declineRatio` × that of the window before: `declining`; (8) `regularOrders` purchases in the active window:
 * `regular`; (9) else `existing`. A window of 12 months is the half-open interval (asOf − 12 months, asOf]. A purchase is a transaction of
 * 0 or more: a return never starts or keeps a customer. Known is who has a transaction or an interaction up to `asOf`, or is named in
 * `prospects`; nothing after `asOf` is looked at.
 *
 * @param log - Transactions.
 * @param options - Day, windows (durations), limits, interactions and prospects.
 * @returns `{ asOf, limits, rows, classes }`: a flat row per person, and per class the count, the revenue and the shares in [0, 1].
 * @throws {@link DataError} for an option that cannot be used, or with all faulty interactions and prospects.
 *
 * @example
 * import { classifyCustomers, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-05-08", amount: 70 },
 *   { customerId: "Ada", date: "2025-09-14", amount: 60 },
 *   { customerId: "Ben", date: "2024-02-01", amount: 20 },
 * ]);
 * const { rows, classes } = classifyCustomers(log, { asOf: "2025-12-31", prospects: ["Cem"] });
 * rows.map((row) => `${row.customerId}: ${row.class}`); // => ["Ada: regular", "Ben: dormant", "Cem: prospect"]
 * rows[1]?.subReason; // => "one-and-done"
 * classes.find((row) => row.class === "regular")?.shareOfRevenue; // => 0.9
 */
export function classifyCustomers(
  log: TransactionLog,
  options: ClassificationOptions = {},
): CustomerClassification {
  checkNames("options", options, CLASSIFICATION_NAMES);
  const limits = classificationLimits(options, asOfDay(log, options.asOf));
  const people = readKnownPeople(log, options);
  const gaps = new UsualGaps(log, limits.asOf);
  const date = dateWriter();
  const rows: ClassifiedCustomer[] = [];
  visitHistories(people, limits, gaps, (person, history) => {
    const customerId = people.ids[person];
    if (customerId === undefined) return;
    rows.push(classifiedCustomer(customerId, reasonFor(history, limits), history, limits.asOf, date));
  });
  return {
    asOf: isoDate(limits.asOf),
    limits: shownLimits(limits, gaps.ofBase),
    rows,
    classes: classShares(rows),
  };
}
