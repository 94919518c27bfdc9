import { describe, expect, it } from "vitest";
import { concentration } from "../../src/statistics/concentration.ts";
import { gini } from "../../src/statistics/gini.ts";
import { lorenzCurve } from "../../src/statistics/lorenz-curve.ts";
import { dataErrorOf } from "../support/error-of.ts";

/** Calls as JavaScript makes them. */
const loose = gini as (...args: readonly unknown[]) => unknown;

describe("gini", () => {
  it("takes numbers, typed arrays, rows of any iterable, and functions of the row", () => {
    const rows = [{ revenue: 100 }, { revenue: 300 }];
    const expected = 0.25;
    expect(gini([100, 300])).toBe(expected);
    expect(gini(Float64Array.of(300, 100))).toBe(expected);
    expect(gini(rows, "revenue")).toBe(expected);
    expect(gini(new Set(rows), (row) => row.revenue / 100)).toBe(expected);
  });

  it("is null, 0 or less than 1", () => {
    expect(gini([])).toBeNull();
    expect(gini([0, 0])).toBeNull();
    expect(gini([5])).toBe(0);
    expect(gini([5], { corrected: true })).toBeNull();
    expect(gini([0, 0, 0, 5])).toBe(0.75);
    expect(gini([0, 0, 0, 5], { corrected: true })).toBe(1);
  });

  it.each([
    ["a value below 0", [[1, -2]], { negative_amount: 1 }, "value: -2 is below 0"],
    ["no number", [[1, "2", null, Number.NaN]], { invalid_value: 2, missing_value: 1 }, "text"],
    ["rows without a field", [[{ revenue: 1 }]], { invalid_value: 1 }, "name the field"],
    ["a field that is not there", [[{ revenue: 1 }], "margin"], { missing_value: 1 }, '"revenue"'],
    ["a row that is none", [[null, { revenue: 1 }], "revenue"], { invalid_row: 1 }, "no row"],
    ["no list", [7], { invalid_option: 1 }, "no numbers"],
    ["nothing", [], { invalid_option: 1 }, "no numbers"],
    ["a record of rows", [{ rows: [] }, "revenue"], { invalid_option: 1 }, "no rows"],
    ["null for options", [[1], null], { invalid_option: 1 }, "no record"],
    ["a misspelt option", [[1], { correct: true }], { invalid_option: 1 }, "no such name"],
    ["an option that is no truth value", [[1], { corrected: 1 }], { invalid_option: 1 }, "true nor false"],
    ["an unknown word", [[1], { negative: "drop" }], { invalid_option: 1 }, "refuse"],
    ["no accessor before options", [[{ a: 1 }], 3, {}], { invalid_option: 1 }, "value"],
    ["too few weights", [[1, 2], { weight: [1] }], { invalid_option: 1 }, "2 weights"],
    ["a field as the weight of numbers", [[1], { weight: "w" }], { invalid_option: 1 }, "1 weights"],
    ["a weight below 0", [[1, 2], { weight: [1, -1] }], { invalid_weight: 1 }, "row 1, weight"],
    ["a weight that is missing", [[{ a: 1 }], "a", { weight: "w" }], { invalid_weight: 1 }, "weight"],
    [
      "an endless weight",
      [[1, 2], { weight: [1, Number.POSITIVE_INFINITY] }],
      { invalid_weight: 1 },
      "weight",
    ],
    ["a weight that is no accessor", [[{ a: 1 }], "a", { weight: 1 }], { invalid_option: 1 }, "weight"],
  ] as const)("refuses %s", (_what, args, byCode, words) => {
    const error = dataErrorOf(() => loose(...args));
    expect(error.byCode).toEqual(byCode);
    expect(error.message).toContain(words);
  });

  it("names all that is wrong at once, by the field", () => {
    const rows = [{ revenue: -1 }, { revenue: Number.NaN }, { revenue: 2 }, { revenue: -3 }];
    const { issues } = dataErrorOf(() => gini(rows, "revenue"));
    expect(issues.map(({ row, field }) => [row, field])).toEqual([
      [1, "revenue"],
      [0, "revenue"],
      [3, "revenue"],
    ]);
  });

  it.each([
    ["top that is no list", () => concentration([1], { top: 3 as unknown as number[] })],
    ["top of 0", () => concentration([1], { top: [0] })],
    ["top of a half", () => concentration([1], { top: [1.5] })],
    ["a curve of one point", () => lorenzCurve([1], { points: 1 })],
  ])("refuses %s", (_what, call) => {
    expect(dataErrorOf(call).byCode).toEqual({ invalid_option: 1 });
  });
});
