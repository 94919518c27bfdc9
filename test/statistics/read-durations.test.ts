import { describe, expect, it } from "vitest";
import type { ObservedDurations } from "../../src/statistics/observed-durations.ts";
import { readDurations } from "../../src/statistics/read-durations.ts";
import { dataErrorOf } from "../support/error-of.ts";

const good = { duration: 2, event: true };

/** Code and field of the first issue of rows that cannot be. */
function faultOf(durations: unknown, path?: string): string {
  const { issues } = dataErrorOf(() => readDurations(durations as ObservedDurations, path));
  const [{ code, row, field } = { code: "none", row: null, field: "" }] = issues;
  return `${code} ${row} ${field}`;
}

describe("durations", () => {
  it("come as rows or as columns, with entries and weights only where they say something", () => {
    const { duration, event, entry, weight } = readDurations([
      { duration: 2, event: true, entry: 0 },
      { duration: 3.5, event: 0, weight: 1 },
    ]);
    expect([[...duration], [...event], entry, weight]).toEqual([[2, 3.5], [1, 0], null, null]);
    const columns = readDurations({ duration: [2, 3], event: [true, 0], entry: [0, 1], weight: [1, 0] });
    expect(columns).toEqual({
      duration: Float64Array.of(2, 3),
      event: Uint8Array.of(1, 0),
      entry: Float64Array.of(0, 1),
      weight: Float64Array.of(1, 0),
    });
    const rows = [
      { duration: 2, event: 1, entry: 0, weight: 1, plan: "a" },
      { duration: 3, event: false, entry: 1, weight: 0, plan: "b" },
    ] as const;
    expect(readDurations(rows)).toEqual(columns);
  });

  it.each([
    ["a duration of 0", { duration: 0 }, "invalid_duration 1 duration"],
    ["a duration below 0", { duration: -1 }, "invalid_duration 1 duration"],
    ["a duration that is no number", { duration: Number.NaN }, "invalid_duration 1 duration"],
    ["a duration without end", { duration: Number.POSITIVE_INFINITY }, "invalid_duration 1 duration"],
    ["a text as duration", { duration: "2" }, "invalid_duration 1 duration"],
    ["no duration", { duration: undefined }, "invalid_duration 1 duration"],
    ["2 as event", { event: 2 }, "invalid_event 1 event"],
    ["a text as event", { event: "true" }, "invalid_event 1 event"],
    ["no event", { event: null }, "invalid_event 1 event"],
    ["an entry below 0", { entry: -0.1 }, "invalid_entry 1 entry"],
    ["an entry at the end", { entry: 2 }, "invalid_entry 1 entry"],
    ["an entry that is no number", { entry: Number.NaN }, "invalid_entry 1 entry"],
    ["null as entry", { entry: null }, "invalid_entry 1 entry"],
    ["a weight below 0", { weight: -1 }, "invalid_weight 1 weight"],
    ["a weight that is no number", { weight: Number.NaN }, "invalid_weight 1 weight"],
    ["a weight without end", { weight: Number.POSITIVE_INFINITY }, "invalid_weight 1 weight"],
  ])("are refused with %s, in rows and in columns", (_what, fault, expected) => {
    const row = { entry: 0, weight: 1, ...good, ...fault };
    expect(faultOf([{ ...good, entry: 0, weight: 1 }, row])).toBe(expected);
    expect(faultOf([good, row], "holdout")).toBe(expected.replace(/(\w+)$/, "holdout.$1"));
    const columns = Object.fromEntries(
      Object.entries(row).map(([field, value]) => [field, [field === "entry" ? 0 : 1, value]]),
    );
    expect(faultOf(columns)).toBe(expected);
  });

  it("are refused for bytes that are no events", () => {
    for (const byte of [2, 3, 255]) {
      expect(faultOf({ duration: [1, 2], event: Uint8Array.of(1, byte) })).toBe("invalid_event 1 event");
    }
  });

  it("are refused with all their faults at once", () => {
    const error = dataErrorOf(() =>
      readDurations([{ duration: -1, event: "yes", entry: -1, weight: -1 }, null, good, 7] as never),
    );
    expect(error.byCode).toEqual({
      invalid_duration: 1,
      invalid_event: 1,
      invalid_entry: 1,
      invalid_weight: 1,
      invalid_row: 2,
    });
    expect(error.issues.map((issue) => issue.row)).toEqual([0, 0, 0, 0, 1, 3]);
    expect(error.message).toContain("finite number above 0");
  });

  it.each([
    ["nothing", undefined, "invalid_option null durations"],
    ["a text", "2 3 4", "invalid_option null durations"],
    ["another table", { customers: [] }, "invalid_option null durations"],
    ["a record with rows", { unit: "day", rows: [good] }, "invalid_option null durations"],
    ["no rows", [], "not_enough_data null durations"],
    ["empty columns", { duration: [], event: [] }, "not_enough_data null durations"],
    ["rows of weight 0", [{ ...good, weight: 0 }], "not_enough_data null durations"],
    ["a number as column", { duration: 3, event: [1] }, "invalid_option null duration"],
    ["no events", { duration: [3] }, "invalid_option null event"],
    ["unequal columns", { duration: [3, 4], event: [1] }, "unequal_columns null event"],
    ["unequal entries", { duration: [3], event: [1], entry: [0, 0] }, "unequal_columns null entry"],
  ])("are not: %s", (_what, durations, expected) => {
    expect(faultOf(durations)).toBe(expected);
  });

  it("leave the caller's columns as they are", () => {
    const duration = Float64Array.of(3, 1, 2);
    readDurations({ duration, event: [1, 0, 1] });
    expect([...duration]).toEqual([3, 1, 2]);
  });
});
