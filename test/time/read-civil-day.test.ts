import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST_CIVIL_DAY, isoDate, LAST_CIVIL_DAY } from "../../src/time/civil-day.ts";
import {
  IMPOSSIBLE_DATE,
  INVALID_DATE,
  isCivilDay,
  MISSING_DATE,
  readCivilDay,
} from "../../src/time/read-civil-day.ts";
import { zoneClock } from "../../src/time/time-zone.ts";

const utc = zoneClock("UTC");
const berlin = zoneClock("Europe/Berlin");

function read(value: unknown, clock: typeof utc = utc): string {
  const day = readCivilDay(value, clock);
  if (isCivilDay(day)) return isoDate(day);
  return (
    { [MISSING_DATE]: "missing", [INVALID_DATE]: "invalid", [IMPOSSIBLE_DATE]: "impossible" }[day] ?? "?"
  );
}

describe("reading a civil day", () => {
  it.each([
    ["2025-03-01", "2025-03-01"],
    ["2024-02-29", "2024-02-29"],
    ["1969-12-31", "1969-12-31"],
    ["0001-01-01", "0001-01-01"],
    ["9999-12-31", "9999-12-31"],
    ["2010-12-01 08:26:00", "2010-12-01"],
    ["2025-03-01T23:59:59", "2025-03-01"],
    ["2025-03-01T23:59:59.999999Z", "2025-03-01"],
    ["2025-03-01T23:30-05:00", "2025-03-02"],
    ["2025-03-01T00:30+0100", "2025-02-28"],
    ["2025-03-01T00:30+01", "2025-02-28"],
    [0, "1970-01-01"],
    [-1, "1969-12-31"],
    [new Date("2025-03-01T12:00:00Z"), "2025-03-01"],
  ])("reads %s", (value, day) => {
    expect(read(value)).toBe(day);
  });

  it.each([
    ["2025-02-30", "impossible"],
    ["2025-13-01", "impossible"],
    ["2025-00-10", "impossible"],
    ["2023-02-29", "impossible"],
    ["0000-05-05", "impossible"],
    ["20025-01-01", "impossible"],
    ["+020025-01-01T00:00:00Z", "impossible"],
    ["-000001-01-01", "impossible"],
    ["2025-03-01T25:00", "impossible"],
    ["2025-03-01T12:61", "impossible"],
    ["2025-03-01T12:00+99:00", "impossible"],
    ["9999-12-31T23:30:00-05:00", "impossible"],
    [8.64e15, "impossible"],
    [-1e17, "impossible"],
    ["", "missing"],
    [null, "missing"],
    [undefined, "missing"],
    ["01.03.2025", "invalid"],
    ["3/1/2025", "invalid"],
    ["2025-3-1", "invalid"],
    ["2025-03-01x", "invalid"],
    ["2025-03-01T", "invalid"],
    ["2025-03-01 noon", "invalid"],
    [" 2025-03-01", "invalid"],
    ["yesterday", "invalid"],
    [Number.NaN, "invalid"],
    [Number.POSITIVE_INFINITY, "invalid"],
    [new Date("nonsense"), "invalid"],
    [{}, "invalid"],
    [true, "invalid"],
    [12n, "invalid"],
  ])("tells what is wrong with %s", (value, trouble) => {
    expect(read(value)).toBe(trouble);
  });

  it("lets the zone decide the day of an instant, and of nothing else", () => {
    const evening = "2025-06-30T22:30:00Z";
    expect(read(evening, berlin)).toBe("2025-07-01");
    expect(read(new Date(evening), berlin)).toBe("2025-07-01");
    expect(read(Date.parse(evening), berlin)).toBe("2025-07-01");
    expect(read("2025-06-30T22:30:00", berlin)).toBe("2025-06-30");
    expect(read("2025-06-30", berlin)).toBe("2025-06-30");
  });

  it("never throws, and gives a day or a trouble for anything", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.string(), fc.date({ noInvalidDate: false }), fc.double()),
        (value) => {
          const day = readCivilDay(value, berlin);
          expect(
            (day >= FIRST_CIVIL_DAY && day <= LAST_CIVIL_DAY) ||
              [MISSING_DATE, INVALID_DATE, IMPOSSIBLE_DATE].includes(day),
          ).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
