import type { CustomerId } from "../rows/customer-id.ts";
import type { CivilDay, IsoDate } from "../time/civil-day.ts";
import { type ClassReason, classOfReason, type DormantSubReason, dormantSubReason } from "./class-reason.ts";
import { hasBought } from "./class-rules.ts";
import type { CustomerClass } from "./customer-class.ts";
import type { CustomerHistory } from "./customer-history.ts";
import { NEVER } from "./never.ts";

/** A customer's class with the reason: the rule that decided, and the figures that it and the other rules looked at, all up to `asOf`. */
export interface ClassifiedCustomer {
  readonly customerId: CustomerId;
  readonly class: CustomerClass;
  /** The rule that decided. */
  readonly reason: ClassReason;
  /** Set for the class `dormant` only. */
  readonly subReason: DormantSubReason | null;
  readonly firstPurchase: IsoDate | null;
  readonly lastPurchase: IsoDate | null;
  /** Last day of an interaction that keeps customers active, as the option `activity` says. */
  readonly lastActivity: IsoDate | null;
  /** Purchases in all, counted as the option `count` says. */
  readonly purchases: number;
  readonly purchasesInWindow: number;
  /** Days from the last purchase to `asOf`. */
  readonly silenceDays: number | null;
  /** Usual days between purchases: the median gap between purchase days. */
  readonly usualGap: number | null;
  /** Whose median it is: the customer's own (from three purchase days on) or the base's. */
  readonly usualGapOf: "own" | "base" | null;
  /** Revenue net of returns. */
  readonly revenue: number;
  /** Revenue of the active window. */
  readonly revenueInWindow: number;
  /** Revenue of the window of equal length before the active window. */
  readonly revenueBefore: number;
  /** Set if a purchase inside `newWithin` ended a silence longer than the active window. */
  readonly backOn: IsoDate | null;
  /** Length of that silence in days. */
  readonly backAfterDays: number | null;
  /** Interactions of the kind `contact`. */
  readonly contacts: number;
  /** Day of the last recorded termination, whether or not purchases followed. */
  readonly terminatedOn: IsoDate | null;
}

export function classifiedCustomer(
  customerId: CustomerId,
  reason: ClassReason,
  history: Readonly<CustomerHistory>,
  asOf: CivilDay,
  date: (day: CivilDay) => IsoDate | null,
): ClassifiedCustomer {
  const bought = hasBought(history);
  const hasGap = bought && history.usualGap > 0;
  return {
    customerId,
    class: classOfReason(reason),
    reason,
    subReason: dormantSubReason(reason, history.purchases),
    firstPurchase: date(history.firstPurchase),
    lastPurchase: date(history.lastPurchase),
    lastActivity: date(history.lastActivity),
    purchases: history.purchases,
    purchasesInWindow: history.purchasesInWindow,
    silenceDays: bought ? asOf - history.lastPurchase : null,
    usualGap: hasGap ? history.usualGap : null,
    usualGapOf: hasGap ? (history.usualGapIsOwn ? "own" : "base") : null,
    revenue: history.revenue,
    revenueInWindow: history.revenueInWindow,
    revenueBefore: history.revenueBefore,
    backOn: date(history.backOn),
    backAfterDays: history.backOn === NEVER ? null : history.backAfter,
    contacts: history.contacts,
    terminatedOn: date(history.terminated),
  };
}
