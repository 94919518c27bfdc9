import { checkOption, invalidOption } from "../rows/options.ts";
import {
  type CalendarPeriod,
  periodEnd,
  periodIndex,
  periodName,
  periodStart,
} from "../time/calendar-period.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { subtractDuration } from "../time/duration.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { BasePeriodKind } from "./base-period.ts";
import { type PairedPeriod, type PeriodPair, paired } from "./paired-period.ts";
import { spanName } from "./period-frame.ts";

/** With what a period is compared: the one before it, or the same a year earlier, which has the same season. */
export type PeriodComparison = "period-before" | "year-before";

/** The period of a kind that ends on a day, and the one it is compared with. */
export function pairEnding(
  log: TransactionLog,
  kind: BasePeriodKind,
  end: CivilDay,
  compareWith: PeriodComparison,
  asOf: CivilDay,
): PeriodPair {
  if (typeof kind !== "string") {
    const start = subtractDuration(end, kind) + 1;
    const before =
      compareWith === "year-before"
        ? { start: subtractDuration(start - 1, { years: 1 }) + 1, end: subtractDuration(end, { years: 1 }) }
        : { start: windowBefore(kind, end) + 1, end: start - 1 };
    if (before.end >= start) {
      const trouble =
        "A period longer than a year overlaps with itself a year before: compare it with the period before.";
      throw invalidOption("compareWith", compareWith, trouble);
    }
    return {
      previous: paired(log, spanName(before.start, before.end), before.start, before.end, asOf),
      current: paired(log, spanName(start, end), start, end, asOf),
      asOf,
    };
  }
  const number = periodIndex(end, kind);
  const earlier = number - periodsBack(kind, compareWith);
  return {
    previous: calendarPeriod(log, kind, earlier, asOf),
    current: calendarPeriod(log, kind, number, asOf),
    asOf,
  };
}

/** The last day before the window before the one that ends on a day; as in a frame, counted from that day. */
function windowBefore(kind: Exclude<BasePeriodKind, string>, end: CivilDay): CivilDay {
  const twice = Object.fromEntries(Object.entries(kind).map(([part, amount]) => [part, 2 * (amount ?? 0)]));
  return subtractDuration(end, twice);
}

function periodsBack(kind: CalendarPeriod, compareWith: PeriodComparison): number {
  if (compareWith === "period-before") return 1;
  if (kind === "month") return 12;
  if (kind === "quarter") return 4;
  const trouble =
    "Days and weeks have no like a year before: use months, quarters or years, or a length such as { weeks: 4 }.";
  checkOption("compareWith", compareWith, kind === "year" ? null : trouble);
  return 1;
}

function calendarPeriod(
  log: TransactionLog,
  kind: CalendarPeriod,
  number: number,
  asOf: CivilDay,
): PairedPeriod {
  return paired(log, periodName(number, kind), periodStart(number, kind), periodEnd(number, kind), asOf);
}
