import type { PurchaseCount } from "../customers/customer-summaries.ts";
import { checkNumber, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { type CivilDay, type IsoDate, isoDate } from "../time/civil-day.ts";
import { type Duration, durationBefore } from "../time/duration.ts";
import { type ActivityLimits, activityLimits, dayBeforeWindow, windowStart } from "./activity-limits.ts";
import type { ClassificationOptions } from "./options.ts";

/** The limits between the classes, checked. All days are the last ones before their window. */
export interface Limits extends ActivityLimits {
  /** Before the window of equal length that ends where the active window begins. */
  readonly beforePrevious: CivilDay;
  readonly newWithin: Duration;
  readonly beforeNew: CivilDay;
  readonly lostAfter: Duration;
  readonly beforeLost: CivilDay;
  readonly regularOrders: number;
  readonly overdueFactor: number;
  readonly declineRatio: number;
  readonly contacts: number;
  readonly count: PurchaseCount;
  /** Last day before the active window that ends at a day. */
  readonly beforeActiveAt: (day: CivilDay) => CivilDay;
}

export function classificationLimits(options: ClassificationOptions, asOf: CivilDay): Limits {
  const { newWithin = { months: 3 }, lostAfter = { months: 24 }, count = "purchases" } = options;
  const { regularOrders = 3, overdueFactor = 2, declineRatio = 0.5, contacts = 3 } = options;
  const activity = activityLimits(options, asOf);
  const beforeActiveAt = durationBefore(activity.activeWindow);
  const limits: Limits = {
    ...activity,
    beforePrevious: beforeActiveAt(activity.beforeActive),
    newWithin: { ...newWithin },
    beforeNew: dayBeforeWindow("newWithin", newWithin, asOf),
    lostAfter: { ...lostAfter },
    beforeLost: dayBeforeWindow("lostAfter", lostAfter, asOf),
    regularOrders,
    overdueFactor,
    declineRatio,
    contacts,
    count,
    beforeActiveAt,
  };
  checkNumbers(limits);
  checkNesting(limits);
  return limits;
}

function checkNumbers({ regularOrders, overdueFactor, declineRatio, contacts, count }: Limits): void {
  checkNumber("regularOrders", regularOrders, { least: 1, whole: true });
  checkNumber("overdueFactor", overdueFactor, { above: 0 });
  checkNumber("declineRatio", declineRatio, { least: 0, most: 1 });
  checkNumber("contacts", contacts, { least: 1, whole: true });
  checkOneOf("count", count, ["purchases", "purchase-days"]);
}

/** The windows must lie inside each other, or a customer could be active and lost at once. */
function checkNesting({ asOf, beforeNew, beforeActive, beforeLost, newWithin, lostAfter }: Limits): void {
  const active = `the active window (from ${windowStart(beforeActive)} to ${isoDate(asOf)})`;
  if (beforeLost > beforeActive) {
    const start = windowStart(beforeLost);
    throw invalidOption(
      "lostAfter",
      lostAfter,
      `It begins on ${start}, inside ${active}: pass a lostAfter at least as long as activeWindow.`,
    );
  }
  checkOption(
    "newWithin",
    newWithin,
    beforeNew >= beforeActive
      ? null
      : `It begins on ${windowStart(beforeNew)}, before ${active}: pass a newWithin no longer than activeWindow.`,
  );
}

/** The limits that a classification was made with, as plain data. */
export interface ClassificationLimits {
  readonly activeWindow: Duration;
  /** First day of the active window. */
  readonly activeFrom: IsoDate;
  readonly newWithin: Duration;
  readonly newFrom: IsoDate;
  readonly lostAfter: Duration;
  /** Customers without activity since this day are lost. */
  readonly lostFrom: IsoDate;
  readonly regularOrders: number;
  readonly overdueFactor: number;
  readonly declineRatio: number;
  readonly contacts: number;
  readonly activity: readonly string[];
  readonly count: PurchaseCount;
  /** The base's median gap between purchase days; `null` if nobody bought on two days. */
  readonly usualGap: number | null;
}

export function shownLimits(limits: Limits, usualGap: number | null): ClassificationLimits {
  return {
    activeWindow: limits.activeWindow,
    activeFrom: windowStart(limits.beforeActive),
    newWithin: limits.newWithin,
    newFrom: windowStart(limits.beforeNew),
    lostAfter: limits.lostAfter,
    lostFrom: windowStart(limits.beforeLost),
    regularOrders: limits.regularOrders,
    overdueFactor: limits.overdueFactor,
    declineRatio: limits.declineRatio,
    contacts: limits.contacts,
    activity: limits.activity,
    count: limits.count,
    usualGap,
  };
}
