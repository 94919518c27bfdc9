import { utc } from "@date-fns/utc";
import {
  differenceInCalendarISOWeeks,
  differenceInCalendarMonths,
  differenceInCalendarQuarters,
  differenceInCalendarYears,
  endOfISOWeek,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  format,
} from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CALENDAR_PERIODS,
  lastPeriodEnd,
  periodEnd,
  periodIndex,
  periodName,
  periodNumbering,
  periodStart,
} from "../../src/time/calendar-period.ts";
import { civilDayOfIso, FIRST_CIVIL_DAY, isoDate, LAST_CIVIL_DAY } from "../../src/time/civil-day.ts";

const anyDay = fc.integer({ min: FIRST_CIVIL_DAY, max: LAST_CIVIL_DAY });
const date = (day: number): Date => new Date(day * 86_400_000);
const inUtc = { in: utc };

describe("calendar periods", () => {
  it("differ as date-fns counts them", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const between = CALENDAR_PERIODS.map((unit) => periodIndex(to, unit) - periodIndex(from, unit));
        expect(between).toEqual([
          to - from,
          differenceInCalendarISOWeeks(date(to), date(from), inUtc),
          differenceInCalendarMonths(date(to), date(from), inUtc),
          differenceInCalendarQuarters(date(to), date(from), inUtc),
          differenceInCalendarYears(date(to), date(from), inUtc),
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it("are the same when numbered for many days", () => {
    for (const unit of CALENDAR_PERIODS) {
      const numbering = periodNumbering(unit);
      fc.assert(
        fc.property(anyDay, (day) => {
          for (const other of [day, day + 4096, day]) expect(numbering(other)).toBe(periodIndex(other, unit));
        }),
      );
    }
  });

  it("end where date-fns lets them end", () => {
    const ends = { week: endOfISOWeek, month: endOfMonth, quarter: endOfQuarter, year: endOfYear };
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(lastPeriodEnd(day, "day")).toBe(day);
        for (const unit of ["week", "month", "quarter", "year"] as const) {
          const end = lastPeriodEnd(day, unit);
          const endOf = (at: number): number =>
            Math.floor(ends[unit](date(at), inUtc).getTime() / 86_400_000);
          expect(endOf(end)).toBe(end);
          expect(end).toBeLessThanOrEqual(day);
          // no later end by then
          expect(endOf(end + 1)).toBeGreaterThan(day);
        }
      }),
    );
  });

  it.each([
    ["2025-06-29", "week", "2025-06-29"],
    ["2025-06-28", "week", "2025-06-22"],
    ["2024-02-29", "month", "2024-02-29"],
    ["2024-02-28", "month", "2024-01-31"],
    ["2025-09-30", "quarter", "2025-09-30"],
    ["2025-03-30", "quarter", "2024-12-31"],
    ["2025-12-31", "year", "2025-12-31"],
    ["2025-12-30", "year", "2024-12-31"],
    ["9999-12-31", "year", "9999-12-31"],
  ] as const)("as of %s, the last complete %s ends on %s", (asOf, unit, end) => {
    expect(isoDate(lastPeriodEnd(civilDayOfIso(asOf), unit))).toBe(end);
  });

  it("start, end and are named as date-fns says", () => {
    const patterns = {
      day: "yyyy-MM-dd",
      week: "RRRR-'W'II",
      month: "yyyy-MM",
      quarter: "yyyy-'Q'Q",
      year: "yyyy",
    };
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const period of CALENDAR_PERIODS) {
          const index = periodIndex(day, period);
          const start = periodStart(index, period);
          const end = periodEnd(index, period);
          expect(start).toBeLessThanOrEqual(day);
          expect(end).toBeGreaterThanOrEqual(day);
          expect([periodIndex(start, period), periodIndex(start - 1, period)]).toEqual([index, index - 1]);
          expect([periodIndex(end, period), periodIndex(end + 1, period)]).toEqual([index, index + 1]);
          // weeks of the first and last year may belong to years that cannot be written
          if (day < FIRST_CIVIL_DAY + 7 || day > LAST_CIVIL_DAY - 7) continue;
          expect(periodName(index, period)).toBe(format(date(day), patterns[period], inUtc));
        }
      }),
    );
  });
});
