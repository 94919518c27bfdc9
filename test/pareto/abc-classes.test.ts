import { describe, expect, it } from "vitest";
import { abcClasses } from "../../src/pareto/abc-classes.ts";
import type { AbcAnalysis } from "../../src/pareto/abc-result.ts";
import facts from "../reference/concentration.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";

/** Calls as JavaScript makes them. */
const loose = abcClasses as (...args: readonly unknown[]) => unknown;

const sizes = ({ classes }: AbcAnalysis): number[] => classes.map(({ customers }) => customers);
const codes = ({ warnings }: AbcAnalysis): [string, number][] => warnings.map((w) => [w.code, w.count]);
const letters = ({ rows }: AbcAnalysis): string => rows.map((row) => row.class).join("");

describe("ABC by value", () => {
  it("puts the one who crosses a limit into the better class", () => {
    // Before the third 75 are reached, before the fourth 85, before the sixth 96.
    const result = abcClasses([50, 25, 10, 6, 5, 4]);
    expect(letters(result)).toBe("AAABBC");
    expect(result).toMatchObject({ method: "limits", by: "value", limits: [0.8, 0.95], computed: null });
  });

  it("ends a class where the limit is reached exactly, though sums are rounded", () => {
    expect(letters(abcClasses([8, 1.5, 0.5]))).toBe("ABC");
    // 0.7 + 0.1 is a little less than 0.8.
    expect(0.7 + 0.1).toBeLessThan(0.8);
    expect(letters(abcClasses([0.7, 0.1, 0.09, 0.06, 0.05]))).toBe("AABBC");
  });

  it("has shares, ranks, and where the rows came from", () => {
    const rows = [
      { customerId: "Ada", revenue: 10 },
      { customerId: 7, revenue: 60 },
      { customerId: "Cem", revenue: -20 },
      { customerId: "Dora", revenue: 10 },
      { customerId: "Eva", revenue: 20 },
      { customerId: "Finn", revenue: 0 },
    ];
    const result = abcClasses(rows, "revenue");
    expect(result.rows).toEqual([
      { customerId: 7, index: 1, value: 60, class: "A", rank: 1, share: 0.6, cumulativeShare: 0.6 },
      { customerId: "Eva", index: 4, value: 20, class: "A", rank: 2, share: 0.2, cumulativeShare: 0.8 },
      { customerId: "Ada", index: 0, value: 10, class: "B", rank: 3, share: 0.1, cumulativeShare: 0.9 },
      { customerId: "Dora", index: 3, value: 10, class: "B", rank: 3, share: 0.1, cumulativeShare: 1 },
      { customerId: "Finn", index: 5, value: 0, class: "C", rank: 5, share: 0, cumulativeShare: 1 },
      { customerId: "Cem", index: 2, value: -20, class: "C", rank: 6, share: 0, cumulativeShare: 1 },
    ]);
    expect(result.classes).toEqual([
      {
        class: "A",
        customers: 2,
        shareOfCustomers: 2 / 6,
        value: 80,
        shareOfValue: 0.8,
        highest: 60,
        lowest: 20,
      },
      {
        class: "B",
        customers: 2,
        shareOfCustomers: 2 / 6,
        value: 20,
        shareOfValue: 0.2,
        highest: 10,
        lowest: 10,
      },
      {
        class: "C",
        customers: 2,
        shareOfCustomers: 2 / 6,
        value: -20,
        shareOfValue: 0,
        highest: 0,
        lowest: -20,
      },
    ]);
    expect(result).toMatchObject({
      customers: 6,
      total: 80,
      positiveTotal: 100,
      nonPositive: { customers: 2, value: -20 },
    });
    expect(codes(result)).toEqual([["negative-values", 1]]);
  });

  it("keeps equal values together in the better class, and says so", () => {
    const values = [...new Array<number>(90).fill(10), 900, ...new Array<number>(9).fill(1)];
    const result = abcClasses(values);
    expect(sizes(result)).toEqual([91, 0, 9]);
    expect(codes(result)).toEqual([
      ["tied-at-limit", 90],
      ["empty-classes", 1],
    ]);
    expect(result.warnings[1]?.message).toContain("class B");
    expect(codes(abcClasses([50, 25, 10, 6, 5, 4]))).toEqual([]);
    // Equals that end where the limit lies are not parted by it.
    expect(codes(abcClasses([40, 40, 15, 5]))).toEqual([]);
  });

  it.each([
    [[], [0, 0, 0], []],
    [[0, 0], [0, 0, 2], []],
    [[-1, -2], [0, 0, 2], [["negative-values", 2]]],
    [[5], [1, 0, 0], [["empty-classes", 2]]],
    [[5, 5, 5], [3, 0, 0], [["empty-classes", 2]]],
  ])("takes %j", (values, expected, warnings) => {
    const result = abcClasses(values);
    expect(sizes(result)).toEqual(expected);
    expect(codes(result)).toEqual(warnings);
    const hasValue = values.some((value) => value > 0);
    expect(result.rows.every((row) => (row.share === null) === !hasValue)).toBe(true);
    expect(result.classes.every((row) => (row.shareOfValue === null) === !hasValue)).toBe(true);
  });

  it("takes other limits; at 1 only those without value are left for class C", () => {
    expect(letters(abcClasses([50, 25, 10, 6, 5, 4], { limits: [0.5, 0.75] }))).toBe("ABCCCC");
    expect(letters(abcClasses([1e15, 1e-3, 0], { limits: [0.5, 1] }))).toBe("ABC");
  });

  it("survives JSON and structuredClone", () => {
    const result = abcClasses([50, 25, 0, -1], { method: "computed" });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(structuredClone(result)).toEqual(result);
  });
});

describe("ABC by customers", () => {
  it("takes shares of all customers, those without value included", () => {
    const result = abcClasses([10, 9, 8, 7, 6, 5, 4, 3, 0, 0], { by: "customers" });
    expect(letters(result)).toBe("AABBBCCCCC");
    expect(result).toMatchObject({ by: "customers", limits: [0.2, 0.5] });
    // Three tenths is a little less than 0.3 times 10 in doubles.
    expect(letters(abcClasses([9, 8, 7, 6, 5, 4, 3, 2, 1, 1], { by: "customers", limits: [0.3, 0.7] }))).toBe(
      "AAABBBBCCC",
    );
  });

  it("puts nobody without value into a better class", () => {
    expect(letters(abcClasses([5, 0, 0, 0], { by: "customers", limits: [0.5, 1] }))).toBe("ACCC");
  });

  it("keeps equal values together", () => {
    const result = abcClasses([9, 5, 5, 5, 1], { by: "customers", limits: [0.4, 0.6] });
    expect(letters(result)).toBe("AAAAC");
    expect(codes(result)).toEqual([
      ["tied-at-limit", 3],
      ["empty-classes", 1],
    ]);
  });
});

describe("computed ABC", () => {
  it.each(facts.computedAbc)("has the points and classes of $name", (fact) => {
    const result = abcClasses(fact.values, { method: "computed" });
    const { computed, limits, method, by } = result;
    expect({ method, by }).toEqual({ method: "computed", by: "customers" });
    expect(sizes(result)).toEqual(fact.sizes);
    expect([computed?.aAbove, computed?.bFrom]).toEqual([fact.aAbove, fact.bFrom]);
    if (fact.limits === null) return;
    expect(limits).toEqual(fact.limits);
    for (const name of ["paretoPoint", "breakEvenPoint", "submarginalPoint"] as const) {
      const [customers, value] = fact[name] ?? [];
      expect(computed?.[name].customers).toBe(customers);
      if (typeof value === "number") expect(computed?.[name].value).toBeCloseTo(value, 7);
    }
  });

  it("finds limits in a large base by the thousandth", () => {
    // Shares as those of a straight line that falls to 0: the curve is 2p − p², its slope 2 − 2p is 1 at one half.
    const values = Array.from({ length: 100_000 }, (_, k) => k + 0.5);
    const { computed, limits } = abcClasses(values, { method: "computed" });
    // p² + (1 − p)⁴ is least where p = 2 (1 − p)³, at 0.4102.
    expect(computed?.paretoPoint.customers).toBe(0.41);
    // The step before one half has a slope of 1.001, the step after it 0.999: their inverses are 0.000999 and 0.001001 from 1.
    expect(computed?.breakEvenPoint.customers).toBe(0.499);
    expect(limits?.[0]).toBe(0.41);
  });

  it("leaves those without value in class C", () => {
    const result = abcClasses([...new Array<number>(30).fill(0), -4, 9], { method: "computed" });
    expect(sizes(result)[2]).toBe(31);
    expect(result.rows[0]?.class).not.toBe("C");
  });

  it("has no limits without value", () => {
    for (const values of [[], [0, 0], [-1]]) {
      const { limits, computed, classes } = abcClasses(values, { method: "computed" });
      expect([limits, computed, classes[2]?.customers]).toEqual([null, null, values.length]);
    }
  });

  it("keeps equal values together", () => {
    const { classes, warnings } = abcClasses(new Array<number>(7).fill(3), { method: "computed" });
    expect(classes.map(({ customers }) => customers)).toEqual([0, 7, 0]);
    expect(warnings.map(({ code }) => code)).toEqual(["empty-classes"]);
  });
});

describe("a call of abcClasses", () => {
  const rows = [
    { id: "a", revenue: 1 },
    { id: "b", revenue: 2 },
  ];

  it("names customers only if rows do, or the option says how", () => {
    expect(abcClasses(rows, "revenue").rows.map((row) => row.customerId)).toEqual([null, null]);
    const named = abcClasses(new Set(rows), (row) => row.revenue, { id: "id" });
    expect(named.rows.map(({ customerId, index }) => [customerId, index])).toEqual([
      ["b", 1],
      ["a", 0],
    ]);
  });

  it.each([
    [
      "a customer who stands in two rows",
      [[...rows, rows[0]], "revenue", { id: "id" }],
      "duplicate_customer",
    ],
    ["a row without an id", [[{ customerId: "a", x: 1 }, { x: 2 }], "x"], "missing_customer"],
    ["a value that is no number", [[{ x: "3" }], "x"], "invalid_value"],
    ["a value that is missing", [[{ y: 3 }], "x"], "missing_value"],
    ["a row that is none", [[3], "x"], "invalid_row"],
    ["values too large to add up", [[1e308, 1e308]], "amount_overflow"],
    ["values too far below 0 to add up", [[-1e308, -1e308, 1]], "amount_overflow"],
    ["no rows", [null, "x"], "invalid_option"],
    ["no numbers", [{}], "invalid_option"],
    ["a misspelt option", [[1], { limit: [0.8, 0.9] }], "invalid_option"],
    ["one limit", [[1], { limits: [0.8] }], "invalid_option"],
    ["limits that are no list", [[1], { limits: 0.8 }], "invalid_option"],
    ["limits that fall", [[1], { limits: [0.9, 0.8] }], "invalid_option"],
    ["a limit of 0", [[1], { limits: [0, 0.8] }], "invalid_option"],
    ["a limit in per cent", [[1], { limits: [80, 95] }], "invalid_option"],
    ["an unknown method", [[1], { method: "value" }], "invalid_option"],
    ["an unknown share", [[1], { by: "revenue" }], "invalid_option"],
    ["limits beside computed ones", [[1], { method: "computed", limits: [0.8, 0.9] }], "invalid_option"],
    ["shares beside computed limits", [[1], { method: "computed", by: "value" }], "invalid_option"],
    ["ids of plain numbers", [[1], { id: "id" }], "invalid_option"],
    ["an id that is no accessor", [rows, "revenue", { id: 3 }], "invalid_option"],
  ])("refuses %s", (_what, args, code) => {
    expect(Object.keys(dataErrorOf(() => loose(...args)).byCode)).toEqual([code]);
  });
});
