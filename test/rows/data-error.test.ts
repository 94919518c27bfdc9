import { describe, expect, it } from "vitest";
import { DataError } from "../../src/rows/data-error.ts";
import { plainValue } from "../../src/rows/issue.ts";
import { IssueCollector } from "../../src/rows/issue-collector.ts";
import { checkNumber, checkOneOf } from "../../src/rows/options.ts";
import { dataErrorOf } from "../support/error-of.ts";

describe("issues", () => {
  it("are all counted, but only the first hundred are kept", () => {
    const collector = new IssueCollector();
    for (let row = 0; row < 250; row++) {
      const code = row % 2 === 0 ? "missing_date" : "nan_amount";
      collector.add(code, row, "date", null, () => `message ${row}`);
    }
    const error = dataErrorOf(() => collector.throwIfAny());
    expect(error.issues).toHaveLength(100);
    expect(error.issues[99]).toEqual({
      code: "nan_amount",
      row: 99,
      field: "date",
      value: null,
      message: "message 99",
    });
    expect(error.total).toBe(250);
    expect(error.byCode).toEqual({ missing_date: 125, nan_amount: 125 });
    expect(error.message).toContain("250 issues");
    expect(error.message).toContain("row 0, date: message 0");
    expect(error.message).toContain("… and 245 more");
  });

  it("throw nothing when there are none", () => {
    expect(() => new IssueCollector().throwIfAny()).not.toThrow();
  });

  it("carry values that can be printed, stored and sent", () => {
    const values = [
      1,
      "a",
      null,
      undefined,
      true,
      12n,
      {},
      [],
      () => 1,
      Symbol("s"),
      new Date(0),
      new Date(Number.NaN),
    ];
    const plain = values.map(plainValue);
    expect(structuredClone(plain)).toEqual(plain);
    expect(plain).toEqual([
      1,
      "a",
      null,
      null,
      true,
      "12n",
      "[object]",
      "[array]",
      "[function]",
      "[symbol]",
      "1970-01-01T00:00:00.000Z",
      "Invalid Date",
    ]);
  });

  it("cut long texts", () => {
    expect(plainValue("x".repeat(10_000))).toHaveLength(81);
  });

  it("make an error that instanceof and name tell apart", () => {
    const error = new DataError([]);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("DataError");
  });
});

describe("checks of options", () => {
  it("say where, what and what would be right", () => {
    const number = dataErrorOf(() => checkNumber("discountRate", 10, { least: 0, most: 1 }));
    expect(number.issues[0]).toMatchObject({
      code: "invalid_option",
      row: null,
      field: "discountRate",
      value: 10,
    });
    expect(number.message).toBe("discountRate: 10 is not a finite number of at least 0 and of at most 1.");
    const word = dataErrorOf(() => checkOneOf("unit", "weeks", ["day", "week"]));
    expect(word.message).toBe('unit: "weeks" is not one of "day", "week".');
  });

  it.each([
    [1, { least: 1 }],
    [0.5, { above: 0, most: 1 }],
    [3, { whole: true }],
  ])("let %s pass %o", (value, range) => {
    expect(() => checkNumber("x", value, range)).not.toThrow();
  });

  it.each([
    ["1", {}],
    [Number.NaN, {}],
    [Number.POSITIVE_INFINITY, {}],
    [0, { above: 0 }],
    [0.5, { whole: true }],
    [2, { most: 1 }],
    [null, {}],
  ])("refuse %s for %o", (value, range) => {
    dataErrorOf(() => checkNumber("x", value, range));
  });
});
