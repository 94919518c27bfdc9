import type { InvalidRows } from "../rows/issue-collector.ts";
import { checkNames, checkNumber, checkOneOf, checkOption } from "../rows/options.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { timeZoneTrouble } from "../time/time-zone.ts";
import { DEFAULT_DECIMALS } from "./money.ts";

/**
 * What the end of a subscription says: `"inclusive"` is the last day of service (a contract from 1 January to 31 December), `"exclusive"` the first
 * day without it (as billing systems write it).
 */
export type EndDay = "inclusive" | "exclusive";

/** How rows become a book. */
export interface SubscriptionBookOptions {
  /** IANA zone that decides the civil day of instants; plain dates are taken as they are. Default `"UTC"`. */
  readonly timeZone?: string;
  /** Rows that cannot be read: `"throw"` refuses the input with all issues, `"skip"` leaves them out and counts them. Default `"throw"`. */
  readonly invalid?: InvalidRows;
  /** Whether the end is the last day of service or the first without it. Default `"inclusive"`. */
  readonly endDay?: EndDay;
  /** Decimal places to which amounts are kept, from 0 to 9. Default 4. */
  readonly decimals?: number;
  /**
   * Last day that was observed. Default: the latest start or end in the rows, which is right for a table of what has happened; pass the day of the
   * export if ends in the future are known.
   */
  readonly until?: DateInput;
}

/** Options as the door uses them. */
export interface CheckedBookOptions extends Required<Omit<SubscriptionBookOptions, "until">> {
  readonly until: CivilDay | null;
}

const NAMES = {
  timeZone: true,
  invalid: true,
  endDay: true,
  decimals: true,
  until: true,
} satisfies Record<keyof SubscriptionBookOptions, true>;

export function checkedBookOptions(options: SubscriptionBookOptions): CheckedBookOptions {
  checkNames("options", options, NAMES);
  const {
    timeZone = "UTC",
    invalid = "throw",
    endDay = "inclusive",
    decimals = DEFAULT_DECIMALS,
    until,
  } = options;
  checkOption("timeZone", timeZone, timeZoneTrouble(timeZone));
  checkOneOf("invalid", invalid, ["throw", "skip"]);
  checkOneOf("endDay", endDay, ["inclusive", "exclusive"]);
  checkNumber("decimals", decimals, { least: 0, most: 9, whole: true });
  return {
    timeZone,
    invalid,
    endDay,
    decimals,
    until: until === undefined ? null : dayOption("until", until, timeZone),
  };
}
