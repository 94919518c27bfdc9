import { describe, expect, it } from "vitest";
import type { ValueTiers } from "../../src/segmentation/value-tier-result.ts";
import type { TierSpec } from "../../src/segmentation/value-tier-spec.ts";
import { valueTiers } from "../../src/segmentation/value-tiers.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rowsOf = (values: readonly number[]) => values.map((value, i) => ({ customerId: `c${i}`, value }));

const tiersOf = (values: readonly number[], tiers?: TierSpec): ValueTiers =>
  valueTiers(rowsOf(values), "value", tiers === undefined ? {} : { tiers });

const namesOf = (result: ValueTiers) => result.rows.map(({ tier }) => tier);
const sizesOf = ({ tiers }: ValueTiers) => tiers.map(({ tier, customers }) => [tier, customers]);
const codesOf = ({ warnings }: ValueTiers) => warnings.map(({ code, count }) => [code, count]);

describe("heavy, medium and light", () => {
  it("are the best fifth, the next three tenths and the other half", () => {
    const result = tiersOf([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(namesOf(result)).toEqual([
      ...Array(5).fill("light"),
      ...Array(3).fill("medium"),
      ...Array(2).fill("heavy"),
    ]);
    expect(result.tiers).toEqual([
      {
        tier: "heavy",
        customers: 2,
        shareOfCustomers: 0.2,
        value: 190,
        shareOfValue: 190 / 550,
        mean: 95,
        lowest: 90,
        highest: 100,
      },
      {
        tier: "medium",
        customers: 3,
        shareOfCustomers: 0.3,
        value: 210,
        shareOfValue: 210 / 550,
        mean: 70,
        lowest: 60,
        highest: 80,
      },
      {
        tier: "light",
        customers: 5,
        shareOfCustomers: 0.5,
        value: 150,
        shareOfValue: 150 / 550,
        mean: 30,
        lowest: 10,
        highest: 50,
      },
      {
        tier: "none",
        customers: 0,
        shareOfCustomers: 0,
        value: 0,
        shareOfValue: 0,
        mean: null,
        lowest: null,
        highest: null,
      },
    ]);
    expect(result.rows[9]).toEqual({ index: 9, customerId: "c9", value: 100, tier: "heavy", rank: 1 });
    expect(result.warnings).toEqual([]);
  });

  it("give the customer who crosses a limit to the better tier", () => {
    expect(namesOf(tiersOf([30, 20, 10]))).toEqual(["heavy", "medium", "light"]);
    // 20 % of 6 are 1.2, 50 % are 3.
    expect(namesOf(tiersOf([60, 50, 40, 30, 20, 10]))).toEqual([
      "heavy",
      "heavy",
      "medium",
      "light",
      "light",
      "light",
    ]);
  });

  it("take shares of those with value, and leave zeros and negatives apart", () => {
    const result = tiersOf([0, 5, -3, 4, 0, 3, 2, 1, -1]);
    expect(sizesOf(result)).toEqual([
      ["heavy", 1],
      ["medium", 2],
      ["light", 2],
      ["none", 4],
    ]);
    expect(result.zeros).toEqual({ customers: 2 });
    expect(result.negatives).toEqual({ customers: 2, value: -4 });
    expect(result.value).toBe(11);
    expect(result.tiers[3]).toMatchObject({ value: -4, shareOfValue: -4 / 11, lowest: -3, highest: 0 });
    expect(codesOf(result)).toEqual([["negative-values", 2]]);
    // Zeros stand behind the five with value, and share a rank.
    expect(result.rows.map(({ rank }) => rank)).toEqual([6, 1, 9, 2, 6, 3, 4, 5, 8]);
  });

  it("keep one-time buyers of one price together, and out of the best tier", () => {
    const values = [...Array.from({ length: 10 }, (_, i) => 1000 + i), ...Array<number>(90).fill(20)];
    const result = tiersOf(values);
    expect(sizesOf(result)).toEqual([
      ["heavy", 10],
      ["medium", 0],
      ["light", 90],
      ["none", 0],
    ]);
    expect(codesOf(result)).toEqual([["empty-tiers", 1]]);
    expect(result.warnings[0]?.message).toContain("tier medium");
  });

  it("put equal values where the one in their middle stands", () => {
    // Ranks 2 to 5 of 10: the middle has 2.5 before him, beyond a fifth.
    expect(sizesOf(tiersOf([9, 8, 8, 8, 8, 5, 4, 3, 2, 1])).slice(0, 3)).toEqual([
      ["heavy", 1],
      ["medium", 4],
      ["light", 5],
    ]);
    // Ranks 2 and 3: 1.5 before the middle, within.
    expect(sizesOf(tiersOf([9, 8, 8, 7, 6, 5, 4, 3, 2, 1])).slice(0, 3)).toEqual([
      ["heavy", 3],
      ["medium", 2],
      ["light", 5],
    ]);
  });

  it("of customers who are all alike are one, the middle one; a single customer is heavy", () => {
    expect(sizesOf(tiersOf(Array(100).fill(7)))[1]).toEqual(["medium", 100]);
    expect(codesOf(tiersOf([7, 7, 7]))).toEqual([["few-distinct-values", 1]]);
    expect(namesOf(tiersOf([7]))).toEqual(["heavy"]);
  });

  it("take for 0 what rounding leaves of purchases that were returned", () => {
    const result = tiersOf([100, 0.1 + 0.2 - 0.3, 0.3 - 0.1 - 0.2, 1e-9]);
    expect(0.1 + 0.2 - 0.3).toBeGreaterThan(0);
    expect(0.3 - 0.1 - 0.2).toBeLessThan(0);
    expect(namesOf(result)).toEqual(["heavy", "none", "none", "light"]);
    expect(result.zeros).toEqual({ customers: 2 });
    expect(result.negatives).toEqual({ customers: 0, value: 0 });
    expect(result.rows[1]).toMatchObject({ value: 0, rank: 3 });
    expect(result.rows[2]).toMatchObject({ value: 0, rank: 3 });
  });

  it("of nobody, and of nobody with value, are empty", () => {
    expect(tiersOf([])).toMatchObject({ customers: 0, value: 0, rows: [] });
    expect(tiersOf([]).tiers.map(({ shareOfCustomers }) => shareOfCustomers)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const worthless = tiersOf([0, -2]);
    expect(namesOf(worthless)).toEqual(["none", "none"]);
    expect(worthless.tiers[3]).toMatchObject({ shareOfCustomers: 1, value: -2, shareOfValue: null });
  });
});

describe("tiers of other sizes", () => {
  it("are deciles, 1 the best", () => {
    const result = tiersOf(
      Array.from({ length: 100 }, (_, i) => i + 1),
      "deciles",
    );
    expect(result.tiers.slice(0, 10).map(({ customers }) => customers)).toEqual(Array(10).fill(10));
    expect(result.rows[99]?.tier).toBe(1);
    expect(result.rows[0]?.tier).toBe(10);
    expect(result.tiers[0]).toMatchObject({ tier: 1, lowest: 91, highest: 100 });
  });

  it("are a number of equal tiers", () => {
    const result = tiersOf([1, 2, 3, 4, 5, 6, 7], 3);
    // The first of a tier has 0, 7/3, 14/3 or fewer before him.
    expect(namesOf(result)).toEqual([3, 3, 2, 2, 1, 1, 1]);
  });

  it("are shares of one's own, with names or numbers", () => {
    const spec = { shares: [0.1, 0.9], names: ["VIP", "other"] };
    expect(namesOf(tiersOf([1, 2, 3], spec))).toEqual(["other", "other", "VIP"]);
    expect(namesOf(tiersOf([1, 2, 3], { shares: [0.5, 0.5] }))).toEqual([2, 1, 1]);
  });

  it("do not slip by what sums of shares round", () => {
    const values = Array.from({ length: 1000 }, (_, i) => i + 1);
    const shares = Array<number>(10).fill(0.1);
    expect(namesOf(tiersOf(values, { shares }))).toEqual(namesOf(tiersOf(values, "deciles")));
  });

  it("warn if there are fewer values than tiers", () => {
    const result = tiersOf([3, 2, 2, 1], "deciles");
    expect(codesOf(result)).toEqual([["few-distinct-values", 3]]);
    expect(result.warnings[0]?.message).toContain("3 distinct values above 0 for 10 tiers");
  });
});

describe("rows of tiers", () => {
  it("may hold value and customer anywhere, or no customer", () => {
    const rows = new Set([
      { name: 7, sales: [1, 2] },
      { name: 8, sales: [4] },
    ]);
    const sum = (row: { sales: number[] }) => row.sales.reduce((total, sale) => total + sale, 0);
    expect(valueTiers(rows, sum, { id: "name" }).rows.map(({ customerId }) => customerId)).toEqual([7, 8]);
    expect(valueTiers(rows, sum).rows.map(({ customerId }) => customerId)).toEqual([null, null]);
  });

  it("may be of customers whose ids are names of an object's parts", () => {
    const ids = ["__proto__", "constructor", 0, "0"];
    const rows = ids.map((customerId, value) => ({ customerId, value }));
    expect(valueTiers(rows, "value").rows.map(({ customerId }) => customerId)).toEqual(ids);
  });

  it("survive JSON and structuredClone", () => {
    const result = tiersOf([3, 2, 0, -1]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(structuredClone(result)).toEqual(result);
  });

  it("are refused together, each with its place", () => {
    const rows = [
      { customerId: "A", value: 1 },
      { customerId: "A", value: Number.NaN },
      { customerId: "", value: 2 },
      { customerId: "B", value: null },
      { customerId: {}, value: "3" },
    ];
    const { issues } = dataErrorOf(() => valueTiers(rows as never, "value" as never));
    expect(issues.map(({ code, row, field }) => [code, row, field])).toEqual([
      ["invalid_value", 1, "value"],
      ["missing_value", 3, "value"],
      ["invalid_value", 4, "value"],
      ["duplicate_customer", 1, "customerId"],
      ["missing_customer", 2, "customerId"],
      ["invalid_customer", 4, "customerId"],
    ]);
    expect(issues[3]?.message).toContain("row 0");
  });

  it("whose sum is no number are refused", () => {
    const { issues } = dataErrorOf(() => tiersOf([1e308, 1e308]));
    expect(issues[0]).toMatchObject({ code: "amount_overflow", field: "value" });
  });
});

describe("wrong calls", () => {
  const rows = rowsOf([1, 2]);
  const calls: readonly (readonly [string, () => unknown, string, string])[] = [
    ["no rows", () => valueTiers(null as never, "value" as never), "rows", "pass an array"],
    ["numbers as rows", () => valueTiers([1, 2] as never, "value" as never), "row", "pass objects"],
    ["no value", () => valueTiers(rows, undefined as never), "value", "name of a field"],
    ["a misspelt field", () => valueTiers(rows, "revenue" as never), "revenue", '"customerId", "value"'],
    ["null as options", () => valueTiers(rows, "value", null as never), "options", "tiers, id"],
    ["a misspelt option", () => valueTiers(rows, "value", { tier: 3 } as never), "options.tier", "tiers, id"],
    ["an id that is none", () => valueTiers(rows, "value", { id: 5 } as never), "id", "name of a field"],
    ["an unknown word", () => valueTiers(rows, "value", { tiers: "abc" as never }), "tiers", "deciles"],
    ["null as tiers", () => valueTiers(rows, "value", { tiers: null as never }), "tiers", "deciles"],
    ["a list as tiers", () => valueTiers(rows, "value", { tiers: [0.5, 0.5] as never }), "tiers", "shares"],
    ["one tier", () => valueTiers(rows, "value", { tiers: 1 }), "tiers", "at least 2"],
    ["half a tier", () => valueTiers(rows, "value", { tiers: 2.5 }), "tiers", "whole"],
    ["no shares", () => valueTiers(rows, "value", { tiers: {} as never }), "tiers.shares", "list"],
    [
      "percentages",
      () => valueTiers(rows, "value", { tiers: { shares: [20, 80] } }),
      "tiers.shares[0]",
      "at most 1",
    ],
    [
      "shares of more than all",
      () => valueTiers(rows, "value", { tiers: { shares: [0.5, 0.6] } }),
      "tiers.shares",
      "1.1",
    ],
    [
      "too few names",
      () => valueTiers(rows, "value", { tiers: { shares: [0.5, 0.5], names: ["A"] } }),
      "tiers.names",
      "each of the 2",
    ],
    [
      "a name twice",
      () => valueTiers(rows, "value", { tiers: { shares: [0.5, 0.5], names: ["A", "A"] } }),
      "tiers.names[1]",
      "of its own",
    ],
    [
      "the name of no value",
      () => valueTiers(rows, "value", { tiers: { shares: [1], names: ["none"] } }),
      "tiers.names[0]",
      "without value",
    ],
  ];

  it.each(calls)("are refused: %s", (_name, call, field, message) => {
    const [issue] = dataErrorOf(call).issues;
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(message);
  });
});
