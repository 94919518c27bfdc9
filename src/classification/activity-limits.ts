import { checkOption } from "../rows/options.ts";
import { type CivilDay, FIRST_CIVIL_DAY, type IsoDate, isoDate } from "../time/civil-day.ts";
import { type Duration, durationTrouble, subtractDuration } from "../time/duration.ts";
import { PURCHASE, TERMINATION } from "./interaction.ts";
import type { ActivityOptions } from "./options.ts";

/** What makes an active customer, checked. */
export interface ActivityLimits {
  readonly asOf: CivilDay;
  readonly activeWindow: Duration;
  /** Last day before the active window. */
  readonly beforeActive: CivilDay;
  readonly activity: readonly string[];
}

export const DEFAULT_ACTIVE_WINDOW: Duration = { months: 12 };

export function activityLimits(options: ActivityOptions, asOf: CivilDay): ActivityLimits {
  const { activeWindow = DEFAULT_ACTIVE_WINDOW, activity = [PURCHASE] } = options;
  return {
    asOf,
    activeWindow: { ...activeWindow },
    beforeActive: dayBeforeWindow("activeWindow", activeWindow, asOf),
    activity: checkedActivity(activity),
  };
}

/** Last day before the window of a length that ends at a day. */
export function dayBeforeWindow(path: string, window: Duration, asOf: CivilDay): CivilDay {
  checkOption(path, window, durationTrouble(window));
  return subtractDuration(asOf, window);
}

/** First day inside a window, as results show it; the calendar of the library begins with the year 1. */
export function windowStart(dayBefore: CivilDay): IsoDate {
  return isoDate(Math.max(dayBefore + 1, FIRST_CIVIL_DAY));
}

function checkedActivity(activity: readonly string[]): readonly string[] {
  const hint = 'name the kinds of interaction that keep a customer active, e.g. ["purchase", "login"]';
  const listed = Array.isArray(activity) && activity.length > 0;
  checkOption("activity", activity, listed ? null : `There is no kind in it: ${hint}.`);
  const kinds = new Set<string>();
  for (const [i, kind] of activity.entries()) {
    checkOption(`activity[${i}]`, kind, kindTrouble(kind, hint));
    kinds.add(kind);
  }
  return [...kinds];
}

function kindTrouble(kind: unknown, hint: string): string | null {
  if (typeof kind !== "string" || kind === "") return `This is no kind of interaction: ${hint}.`;
  if (kind === TERMINATION) return "A termination ends a relationship and keeps nobody active: leave it out.";
  return null;
}
