import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDayOfIso, isoDate } from "../../src/time/civil-day.ts";
import { addDuration, durationBefore, durationTrouble, subtractDuration } from "../../src/time/duration.ts";
import { inMachineZone, MACHINE_ZONES } from "../support/time-zones.ts";

const added = (date: string, duration: object): string => isoDate(addDuration(civilDayOfIso(date), duration));
const subtracted = (date: string, duration: object): string =>
  isoDate(subtractDuration(civilDayOfIso(date), duration));

describe("durations", () => {
  it("follow the calendar and clamp at month ends", () => {
    expect(added("2025-01-31", { months: 1 })).toBe("2025-02-28");
    expect(added("2024-02-29", { years: 1 })).toBe("2025-02-28");
    expect(subtracted("2024-02-29", { months: 12 })).toBe("2023-02-28");
    expect(subtracted("2025-05-31", { months: 3 })).toBe("2025-02-28");
    expect(added("2025-01-31", { weeks: 2, days: 3 })).toBe("2025-02-17");
  });

  it("give the same day in every zone of the machine", () => {
    for (const zone of MACHINE_ZONES) {
      expect(inMachineZone(zone, () => subtracted("2012-01-30", { months: 1 }))).toBe("2011-12-30");
      expect(inMachineZone(zone, () => added("2025-03-29", { days: 1 }))).toBe("2025-03-30");
    }
  });

  it("are remembered correctly", () => {
    const before = durationBefore({ months: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (day) => {
        expect(before(day)).toBe(subtractDuration(day, { months: 12 }));
      }),
    );
  });

  it("are refused when they are none", () => {
    expect(durationTrouble({ months: 12 })).toBeNull();
    expect(durationTrouble({ years: 1, days: 3 })).toBeNull();
    for (const value of [
      null,
      12,
      "P1Y",
      {},
      { months: 0 },
      { months: -1 },
      { months: 1.5 },
      { month: 1 },
      { days: 1e9 },
    ]) {
      expect(durationTrouble(value)).toContain("{ months: 12 }");
    }
  });
});
