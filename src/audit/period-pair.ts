import { checkNames, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { lastPeriodEnd, periodEnd, periodIndex, periodName } from "../time/calendar-period.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { BasePeriodKind } from "./base-period.ts";
import { type PeriodComparison, pairEnding } from "./pair-ending.ts";
import { type PairedPeriod, type PeriodPair, paired } from "./paired-period.ts";
import { checkPeriodKind, spanName } from "./period-frame.ts";

/** First and last day of a period of your own. */
export interface OwnPeriod {
  readonly from: DateInput;
  readonly to: DateInput;
}

/** Which two periods are compared: by `period`, or `previous` and `current` of your own. */
export interface PeriodPairOptions {
  /** Calendar periods, or a length such as `{ months: 6 }` for windows of which the last ends at `asOf`. */
  readonly period?: BasePeriodKind;
  /** A day in the current period, if that is not the last that is over by `asOf`. With calendar periods only. */
  readonly at?: DateInput;
  /** With what it is compared. Default `"period-before"`. */
  readonly compareWith?: PeriodComparison;
  /** Two periods of your own instead; `previous` must be over before `current` begins. */
  readonly previous?: OwnPeriod;
  readonly current?: OwnPeriod;
  /** Day as of which the base is judged, inclusive. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
}

/** The names of these options, for refusing any other. */
export const PAIR_NAMES: Readonly<Record<keyof PeriodPairOptions, true>> = {
  period: true,
  at: true,
  compareWith: true,
  previous: true,
  current: true,
  asOf: true,
};

/** The two periods that options name. */
export function periodPair(log: TransactionLog, options: PeriodPairOptions): PeriodPair {
  const asOf = asOfDay(log, options.asOf);
  const { period, at, compareWith = "period-before", previous, current } = options;
  checkOneOf("compareWith", compareWith, ["period-before", "year-before"]);
  if (previous !== undefined || current !== undefined) {
    for (const name of ["period", "at", "compareWith"] as const) {
      const trouble = "previous and current say which periods are compared: leave this out.";
      checkOption(name, options[name] ?? null, options[name] === undefined ? null : trouble);
    }
    return ownPair(log, previous, current, asOf);
  }
  if (period === undefined) {
    const trouble =
      'Say which periods are compared: "month", "quarter", "year", a length such as { months: 6 }, or previous and current of your own.';
    throw invalidOption("period", null, trouble);
  }
  checkPeriodKind("period", period);
  const end = currentEnd(log, period, at, asOf);
  return pairEnding(log, period, end, compareWith, asOf);
}

function currentEnd(
  log: TransactionLog,
  kind: BasePeriodKind,
  at: DateInput | undefined,
  asOf: CivilDay,
): CivilDay {
  if (typeof kind !== "string") {
    checkOption(
      "at",
      at ?? null,
      at === undefined ? null : "Windows of a length end at asOf: pass that instead.",
    );
    return asOf;
  }
  const over = lastPeriodEnd(asOf, kind);
  if (at === undefined) return over;
  const day = dayOption("at", at, log.timeZone);
  const trouble = `${periodName(periodIndex(day, kind), kind)} is not over by ${isoDate(asOf)}: pass an earlier day, or a later asOf.`;
  checkOption("at", isoDate(day), day <= over ? null : trouble);
  return periodEnd(periodIndex(day, kind), kind);
}

function ownPair(log: TransactionLog, previous: unknown, current: unknown, asOf: CivilDay): PeriodPair {
  const before = ownPeriod(log, "previous", previous, asOf);
  const now = ownPeriod(log, "current", current, asOf);
  const trouble = `It begins before the previous period is over, on ${before.period.to}: customers would count on both sides.`;
  checkOption("current.from", now.period.from, now.start > before.end ? null : trouble);
  return { previous: before, current: now, asOf };
}

function ownPeriod(
  log: TransactionLog,
  path: "previous" | "current",
  value: unknown,
  asOf: CivilDay,
): PairedPeriod {
  checkNames(path, value, { from: true, to: true });
  const { from, to } = value as OwnPeriod;
  const start = dayOption(`${path}.from`, from, log.timeZone);
  const end = dayOption(`${path}.to`, to, log.timeZone);
  checkOption(
    `${path}.to`,
    isoDate(end),
    end >= start ? null : `It lies before ${path}.from, ${isoDate(start)}.`,
  );
  const open = `It is not over by ${isoDate(asOf)}: pass an earlier day, or a later asOf.`;
  checkOption(`${path}.to`, isoDate(end), end <= asOf ? null : open);
  return paired(log, spanName(start, end), start, end, asOf);
}
