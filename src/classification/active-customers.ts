import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames } from "../rows/options.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { DEFAULT_ACTIVE_WINDOW, windowStart } from "./activity-limits.ts";
import { hasBought, isActive } from "./class-rules.ts";
import { classificationLimits } from "./classification-limits.ts";
import { PURCHASE } from "./interaction.ts";
import { readKnownPeople } from "./known-people.ts";
import { type ActivityOptions, CLASSIFICATION_NAMES } from "./options.ts";
import { visitHistories } from "./person-histories.ts";

/** Somebody who is active, and by what. */
export interface ActiveCustomer {
  readonly customerId: CustomerId;
  /** Last day of a counted interaction. */
  readonly lastActivity: IsoDate;
  /** The counted kinds of interaction inside the window, in the order of `activity`. */
  readonly kinds: readonly string[];
}

/** The active customers of a base. */
export interface ActiveCustomers {
  readonly asOf: IsoDate;
  /** First day of the active window. */
  readonly from: IsoDate;
  /** The kinds of interaction that count. */
  readonly activity: readonly string[];
  /** How many customers are active. */
  readonly active: number;
  /** How many customers ever bought up to `asOf`. */
  readonly buyers: number;
  /** Active customers ÷ buyers; `null` if nobody bought. */
  readonly share: number | null;
  readonly rows: readonly ActiveCustomer[];
}

/**
 * Finds the active customers: who has bought at least once, has not left since, and did something that counts inside the active window.
 *
 * What counts is the option `activity`, purchases by default; a return never does. A prospect who logs in is no active customer. These are
 * the customers whom `classifyCustomers` calls new, existing, regular, declining or reactivated under the same options.
 *
 * @param log - Transactions.
 * @param options - Day, window (a duration), kinds of interaction that count, interactions besides purchases.
 * @returns `{ asOf, from, activity, active, buyers, share, rows }`: the window from `from` to `asOf`, counts of customers, the share in
 *   [0, 1], and a row per active customer.
 * @throws {@link DataError} for an option that cannot be used, or with all faulty interactions.
 *
 * @example
 * import { activeCustomers, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-06-01", amount: 50 },
 *   { customerId: "Ben", date: "2024-02-01", amount: 20 },
 * ]);
 * const interactions = [{ customerId: "Ben", date: "2025-11-03", kind: "login" }];
 * activeCustomers(log, { asOf: "2025-12-31" }).share; // => 0.5
 * const { share, rows } = activeCustomers(log, {
 *   asOf: "2025-12-31",
 *   activity: ["purchase", "login"],
 *   interactions,
 * });
 * share; // => 1
 * rows[1]; // => { customerId: "Ben", lastActivity: "2025-11-03", kinds: ["login"] }
 */
export function activeCustomers(log: TransactionLog, options: ActivityOptions = {}): ActiveCustomers {
  // Whoever classifies with some options may count the active with the same.
  checkNames("options", options, CLASSIFICATION_NAMES);
  const { activeWindow = DEFAULT_ACTIVE_WINDOW } = options;
  // The windows of the classes do not matter here; set like this they fit any active window.
  const windows = { activeWindow, newWithin: activeWindow, lostAfter: activeWindow };
  const limits = classificationLimits({ ...options, ...windows }, asOfDay(log, options.asOf));
  const people = readKnownPeople(log, options);
  const rows: ActiveCustomer[] = [];
  let buyers = 0;
  visitHistories(people, limits, null, (person, history, record) => {
    if (hasBought(history)) buyers += 1;
    const customerId = people.ids[person];
    if (customerId === undefined || !isActive(history, limits.beforeActive)) return;
    const kinds = limits.activity.filter((kind) => {
      const last = kind === PURCHASE ? history.lastPurchase : record.lastByKind.get(kind)?.[person];
      return last !== undefined && last > limits.beforeActive;
    });
    rows.push({ customerId, lastActivity: isoDate(history.lastActivity), kinds });
  });
  return {
    asOf: isoDate(limits.asOf),
    from: windowStart(limits.beforeActive),
    activity: limits.activity,
    active: rows.length,
    buyers,
    share: buyers > 0 ? rows.length / buyers : null,
    rows,
  };
}
