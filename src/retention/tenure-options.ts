import { checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { Duration } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { TIME_UNITS, type TimeUnit } from "../time/unit.ts";
import type { TenureFrame } from "./tenure-writer.ts";

/** What tenures of logs and of books have in common. */
export interface TenureOptions {
  /** Unit of the durations. Default `"day"`. */
  readonly unit?: TimeUnit;
  /** Day as of which to judge, inclusive; nothing after it is looked at. Default: the day until which the data were observed. */
  readonly asOf?: DateInput;
  /**
   * Day from which the data are complete (left truncation), if customers who had left before are missing from them: whoever is older enters
   * observation on this day, and whoever had left by then is left out. Default: the data always were complete.
   */
  readonly observedFrom?: DateInput;
  /** Whether a customer who comes back after having been lost begins another tenure (`"all"`) or only the first counts. Default `"first"`. */
  readonly spells?: "first" | "all";
}

/** How tenures are read from purchases. */
export interface LogTenureOptions extends TenureOptions {
  /**
   * After how long without a purchase a customer is lost, e.g. `{ months: 12 }`. There is no default: nobody sees a customer leave a shop, and this
   * limit decides who has.
   */
  readonly lostAfter: Duration;
  /**
   * The day on which a lost customer was lost. `"limit"` (default): when the silence has lasted `lostAfter`, which is known on the day itself.
   * `"last-purchase"`: the last day on which he bought; since it is known only after `lostAfter`, observation then ends `lostAfter` before `asOf`.
   */
  readonly churnedOn?: "limit" | "last-purchase";
}

/** How tenures are read from subscriptions. */
export interface BookTenureOptions<Key extends string = never> extends TenureOptions {
  /** A tenure is of a customer (any subscription covers him) or of a single subscription. Default `"customers"`. */
  readonly of?: "customers" | "subscriptions";
  /**
   * Days without any subscription that a customer's tenure bridges; a whole number, default 0. Since nobody knows whether he comes back within them
   * until they are over, observation then ends so many days before `asOf`.
   */
  readonly gap?: number;
  /** Count only subscriptions that are paid (an amount above 0), no trials and gifts. Default false: who is under contract is a customer. */
  readonly paid?: boolean;
  /** Keys of the book that rows are to carry as fields of the same name, such as `["plan"]`. Default none. */
  readonly keys?: readonly Key[];
  /**
   * Whose keys they are: of the subscription with which the tenure began (`"start"`, default: what was known then, right for comparing survival), or of
   * the one that lasted longest (`"end"`, such as the reason of leaving).
   */
  readonly keysAt?: "start" | "end";
}

/** The frame of tenures, checked; `end` is where observation ends. */
export function tenureFrame(
  options: TenureOptions,
  asOf: CivilDay,
  end: CivilDay,
  timeZone: string,
): TenureFrame {
  const { unit = "day", observedFrom, spells = "first" } = options;
  checkOneOf("unit", unit, TIME_UNITS);
  checkOneOf("spells", spells, ["first", "all"]);
  const from = observedFrom === undefined ? null : dayOption("observedFrom", observedFrom, timeZone);
  if (from !== null && from >= end) {
    throw invalidOption(
      "observedFrom",
      isoDate(from),
      `It is not before ${isoDate(end)}, when observation ends: nothing would be left to observe.`,
    );
  }
  return { unit, asOf, end, from };
}

/** Refuses what is neither true nor false. */
export function checkFlag(path: string, value: unknown): void {
  checkOption(path, value, typeof value === "boolean" ? null : "This is neither true nor false.");
}
