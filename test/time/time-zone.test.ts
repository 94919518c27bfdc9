import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/time/civil-day.ts";
import { timeZoneTrouble, zoneClock } from "../../src/time/time-zone.ts";

/** The day as Intl writes it, asked afresh for every instant. */
function dayByIntl(timeZone: string, ms: number): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" })
    .format(ms)
    .slice(0, 10);
}

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/St_Johns",
  "Asia/Kolkata",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Africa/Monrovia",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
];

describe("the clock of a zone", () => {
  it("agrees with Intl at any instant of 1950 to 2050, in any order", () => {
    const instant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2050, 0, 1) });
    for (const zone of ZONES) {
      const clock = zoneClock(zone);
      fc.assert(
        fc.property(instant, (ms) => {
          expect(isoDate(clock(ms))).toBe(dayByIntl(zone, ms));
        }),
        { numRuns: 150 },
      );
    }
  });

  it("agrees with Intl around changes of the offset, minute by minute", () => {
    // Newfoundland changed at 00:01 local time; São Paulo at midnight; Samoa skipped 2011-12-30; Liberia left −0:44:30 in 1972.
    const changes: readonly (readonly [string, number])[] = [
      ["America/St_Johns", Date.UTC(2010, 10, 7, 2, 31)],
      ["America/Sao_Paulo", Date.UTC(2017, 9, 15, 3)],
      ["Pacific/Apia", Date.UTC(2011, 11, 30, 10)],
      ["Africa/Monrovia", Date.UTC(1972, 0, 7, 0, 44, 30)],
      ["Europe/Berlin", Date.UTC(2025, 2, 30, 1)],
    ];
    for (const [zone, change] of changes) {
      const clock = zoneClock(zone);
      for (let minute = -1500; minute <= 1500; minute += 7) {
        const ms = change + minute * 60_000;
        expect(`${zone} ${isoDate(clock(ms))}`).toBe(`${zone} ${dayByIntl(zone, ms)}`);
      }
      for (const ms of [change - 1, change, change + 1]) expect(isoDate(clock(ms))).toBe(dayByIntl(zone, ms));
    }
  });

  it("skips the day that Samoa skipped", () => {
    const clock = zoneClock("Pacific/Apia");
    const hours = Array.from({ length: 48 }, (_, h) =>
      isoDate(clock(Date.UTC(2011, 11, 29, 12) + h * 3_600_000)),
    );
    expect(new Set(hours)).toEqual(new Set(["2011-12-29", "2011-12-31", "2012-01-01"]));
  });

  it("tells what is wrong with a name that is none", () => {
    expect(timeZoneTrouble("Europe/Berlin")).toBeNull();
    for (const name of ["Europe/Bielefeld", "", 1, null])
      expect(timeZoneTrouble(name)).toContain("Europe/Berlin");
  });
});
