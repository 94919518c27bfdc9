import { utc } from "@date-fns/utc";
import { format } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  civilDayOf,
  civilDayOfIso,
  daysInMonth,
  FIRST_CIVIL_DAY,
  isoDate,
  LAST_CIVIL_DAY,
} from "../../src/time/civil-day.ts";

const anyDay = fc.integer({ min: FIRST_CIVIL_DAY, max: LAST_CIVIL_DAY });

describe("civil days", () => {
  it("counts from 1970-01-01", () => {
    expect(civilDayOf(1970, 1, 1)).toBe(0);
    expect(isoDate(0)).toBe("1970-01-01");
    expect(isoDate(-1)).toBe("1969-12-31");
  });

  it("spans the years 1 to 9999", () => {
    expect(isoDate(FIRST_CIVIL_DAY)).toBe("0001-01-01");
    expect(isoDate(LAST_CIVIL_DAY)).toBe("9999-12-31");
  });

  it("writes what date-fns writes", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isoDate(day)).toBe(format(new Date(day * 86_400_000), "yyyy-MM-dd", { in: utc }));
      }),
      { numRuns: 2000 },
    );
  });

  it("reads back what it writes", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(civilDayOfIso(isoDate(day))).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  it("knows leap years by the Gregorian rule", () => {
    expect([1900, 2000, 2024, 2025].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
  });
});
