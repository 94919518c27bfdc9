import { calendarSequence, ownSequence, type PeriodSequence } from "../retention/period-sequence.ts";
import { checkOneOf, checkOption } from "../rows/options.ts";
import { CALENDAR_PERIODS, type CalendarPeriod, periodIndex } from "../time/calendar-period.ts";
import { type CivilDay, civilDayOfIso, isoDate } from "../time/civil-day.ts";
import { type Duration, durationTrouble, subtractDuration } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { BasePeriod, BasePeriodKind } from "./base-period.ts";

/** Successive periods without gaps, and in which of them each day of the log lies. */
export interface PeriodFrame {
  readonly periods: readonly BasePeriod[];
  readonly starts: readonly CivilDay[];
  readonly ends: readonly CivilDay[];
  /** The day that stands at the beginning of `places`. */
  readonly first: CivilDay;
  /** For each day up to `asOf` its period; −1 before the first, and their number after the last. */
  readonly places: Int32Array;
}

/** More rows than anybody reads. */
const MOST_PERIODS = 100_000;

/** Refuses what is no kind of period. */
export function checkPeriodKind(path: string, kind: unknown): asserts kind is BasePeriodKind {
  if (typeof kind === "object" && kind !== null) checkOption(path, kind, durationTrouble(kind));
  else checkOneOf(path, kind, CALENDAR_PERIODS);
}

/** All periods of a log up to the one in which `asOf` lies. */
export function periodFrame(log: TransactionLog, kind: BasePeriodKind, asOf: CivilDay): PeriodFrame {
  const begin = log.from === null ? asOf + 1 : civilDayOfIso(log.from);
  if (begin > asOf) return frameOf({ names: [], starts: [], ends: [] }, begin, asOf);
  const sequence = typeof kind === "string" ? calendar(kind, begin, asOf) : windows(kind, begin, asOf);
  return frameOf(sequence, begin, asOf);
}

/** Periods of the caller's own that are over by `asOf`. */
export function ownFrame(log: TransactionLog, boundaries: readonly DateInput[], asOf: CivilDay): PeriodFrame {
  const { names, starts, ends } = ownSequence(boundaries, { asOf, timeZone: log.timeZone, ownWindow: true });
  const begin = log.from === null ? asOf + 1 : civilDayOfIso(log.from);
  // The first of them is only the day before.
  return frameOf({ names: names.slice(1), starts: starts.slice(1), ends: ends.slice(1) }, begin, asOf);
}

function calendar(period: CalendarPeriod, begin: CivilDay, asOf: CivilDay): PeriodSequence {
  const [from, to] = [periodIndex(begin, period), periodIndex(asOf, period)];
  refuseMany("period", to - from + 1);
  const { names, starts, ends } = calendarSequence(period, from, to);
  return { names: names.slice(1), starts: starts.slice(1), ends: ends.slice(1) };
}

function windows(length: Duration, begin: CivilDay, asOf: CivilDay): PeriodSequence {
  const ends: CivilDay[] = [];
  let end = asOf;
  // Counted from asOf each time, since months that are taken off one by one would wear their last days away.
  for (let n = 1; end >= begin; n++) {
    ends.push(end);
    refuseMany("period", n);
    end = subtractDuration(asOf, times(length, n));
  }
  const befores = [...ends.slice(1), end].reverse();
  ends.reverse();
  const starts = befores.map((before) => before + 1);
  return { names: starts.map((start, p) => spanName(start, ends[p] as number)), starts, ends };
}

function times(length: Duration, n: number): Duration {
  return Object.fromEntries(Object.entries(length).map(([part, amount]) => [part, n * (amount ?? 0)]));
}

function refuseMany(path: string, count: number): void {
  const many = `There would be more than ${MOST_PERIODS} periods, more than anybody reads: pass a longer one.`;
  checkOption(path, null, count > MOST_PERIODS ? many : null);
}

function frameOf({ names, starts, ends }: PeriodSequence, begin: CivilDay, asOf: CivilDay): PeriodFrame {
  const places = new Int32Array(Math.max(0, asOf - begin + 1));
  // Where each period begins, and where the last one is over.
  const limits = ends.length === 0 ? [] : [...starts, (ends.at(-1) as number) + 1];
  let place = -1;
  for (let day = 0; day < places.length; day++) {
    while (place + 1 < limits.length && begin + day >= (limits[place + 1] as number)) place++;
    places[day] = place;
  }
  const periods = names.map((period, p) =>
    basePeriod(period, starts[p] as number, ends[p] as number, begin, asOf),
  );
  return { periods, starts, ends, first: begin, places };
}

/** How a span of days is written. */
export function spanName(from: CivilDay, to: CivilDay): string {
  return `${isoDate(from)}/${isoDate(to)}`;
}

/** A period as it is reported; one of which the log misses no more than a twentieth at its beginning is covered. */
export function basePeriod(
  period: string,
  from: CivilDay,
  to: CivilDay,
  begin: CivilDay,
  asOf: CivilDay,
): BasePeriod {
  const slack = Math.floor((to - from + 1) / 20);
  return {
    period,
    from: isoDate(from),
    to: isoDate(to),
    complete: to <= asOf,
    covered: begin <= from + slack,
  };
}
