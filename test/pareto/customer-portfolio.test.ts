import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customerPortfolio } from "../../src/pareto/customer-portfolio.ts";
import { shuffled } from "../support/arbitrary-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { anyAccounts, anyOrder, totalOf } from "./key-account-rows.ts";

const rows = [
  { customerId: "Ada", potential: 900, wallet: 0.6, revenue: 540 },
  { customerId: "Ben", potential: 800, wallet: 0.1, revenue: 80 },
  { customerId: "Cem", potential: 200, wallet: 0.9, revenue: 180 },
  { customerId: "Dora", potential: 100, wallet: 0.2, revenue: 200 },
];

describe("the customer portfolio", () => {
  it("has four fields that meet at the medians", () => {
    const result = customerPortfolio(rows, {
      attractiveness: "potential",
      position: ({ wallet }) => wallet,
      value: "revenue",
    });
    expect(result.limits).toEqual({ attractiveness: 500, position: 0.4 });
    expect(result.rows.map(({ field }) => field)).toEqual(["star", "question-mark", "cash", "marginal"]);
    expect(result.rows[1]).toEqual({
      index: 1,
      customerId: "Ben",
      field: "question-mark",
      attractiveness: 800,
      position: 0.1,
      value: 80,
      attractivenessScores: [],
      positionScores: [],
    });
    expect(result.fields).toEqual([
      { field: "star", customers: 1, shareOfCustomers: 0.25, value: 540, shareOfValue: 0.54 },
      { field: "question-mark", customers: 1, shareOfCustomers: 0.25, value: 80, shareOfValue: 0.08 },
      { field: "cash", customers: 1, shareOfCustomers: 0.25, value: 180, shareOfValue: 0.18 },
      { field: "marginal", customers: 1, shareOfCustomers: 0.25, value: 200, shareOfValue: 0.2 },
    ]);
    expect(result).toMatchObject({ customers: 4, value: 1000, warnings: [] });
  });

  it("puts those on a limit on the higher side", () => {
    const result = customerPortfolio(rows, {
      attractiveness: "potential",
      position: "wallet",
      limits: { attractiveness: 800, position: 0.9 },
    });
    expect(result.rows.map(({ field }) => field)).toEqual([
      "question-mark",
      "question-mark",
      "cash",
      "marginal",
    ]);
    const half = customerPortfolio(rows, {
      attractiveness: "potential",
      position: "wallet",
      limits: { position: 0 },
    });
    expect(half.limits).toEqual({ attractiveness: 500, position: 0 });
  });

  it("takes scores of criteria for axes", () => {
    const { rows: all, limits } = customerPortfolio(rows, {
      attractiveness: [
        { name: "potential", value: "potential", weight: 3 },
        { name: "revenue", value: "revenue", normalise: "rank" },
      ],
      position: [{ name: "wallet", value: "wallet", direction: "lower" }],
      limits: { attractiveness: 0.5 },
    });
    expect(all[1]?.attractivenessScores.map(({ name, normalised }) => [name, normalised])).toEqual([
      ["potential", 0.875],
      ["revenue", 0],
    ]);
    expect(all[1]?.attractiveness).toBe(0.65625);
    expect(all.map(({ position }) => position)).toEqual([0.375, 1, 0, 0.875]);
    expect(limits).toEqual({ attractiveness: 0.5, position: 0.625 });
  });

  it("says that an axis parts nobody", () => {
    const equal = [1, 2, 3].map((customerId) => ({ customerId, a: 5, b: customerId }));
    const { rows: all, warnings } = customerPortfolio(equal, { attractiveness: "a", position: "b" });
    expect(all.map(({ field }) => field)).toEqual(["question-mark", "star", "star"]);
    expect(warnings).toMatchObject([{ code: "one-sided-axis", customers: 3 }]);
    expect(warnings[0]?.message).toContain("limits.attractiveness");
    const below = customerPortfolio(equal, {
      attractiveness: [{ name: "a", value: "a" }],
      position: "b",
      limits: { position: 9 },
    });
    expect(below.warnings.map(({ code }) => code)).toEqual([
      "equal-criterion",
      "one-sided-axis",
      "one-sided-axis",
    ]);
    expect(below.warnings[2]?.message).toContain("below the limit 9");
  });

  it("is empty for nobody", () => {
    const { fields, ...rest } = customerPortfolio([], {
      attractiveness: () => 1,
      position: () => 1,
      value: () => 1,
    });
    expect(rest).toEqual({
      rows: [],
      customers: 0,
      value: 0,
      limits: { attractiveness: null, position: null },
      warnings: [],
    });
    expect(fields).toHaveLength(4);
    expect(fields[0]).toEqual({
      field: "star",
      customers: 0,
      shareOfCustomers: null,
      value: 0,
      shareOfValue: null,
    });
  });

  it("needs no value", () => {
    const {
      fields,
      value,
      rows: all,
    } = customerPortfolio(rows, { attractiveness: "potential", position: "wallet" });
    expect(value).toBeNull();
    expect(fields[0]).toMatchObject({ customers: 1, value: null, shareOfValue: null });
    expect(all[0]?.value).toBeNull();
  });

  it.each([
    ["no options", () => customerPortfolio(rows, undefined as never), "options", "no record"],
    [
      "a missing axis",
      () => customerPortfolio(rows, { attractiveness: "potential" } as never),
      "position",
      "neither the name",
    ],
    [
      "a slip in the limits",
      () =>
        customerPortfolio(rows, {
          attractiveness: "potential",
          position: "wallet",
          limits: { potential: 1 } as never,
        }),
      "limits.potential",
      "attractiveness, position",
    ],
    [
      "a limit that is none",
      () =>
        customerPortfolio(rows, {
          attractiveness: "potential",
          position: "wallet",
          limits: { position: Number.NaN },
        }),
      "limits.position",
      "finite",
    ],
    [
      "the word medians",
      () =>
        customerPortfolio(rows, {
          attractiveness: "potential",
          position: "wallet",
          limits: "medians" as never,
        }),
      "limits",
      "no record",
    ],
    [
      "a customer twice",
      () => customerPortfolio([...rows, ...rows], { attractiveness: "potential", position: "wallet" }),
      "customerId",
      "already",
    ],
    [
      "no criteria",
      () => customerPortfolio(rows, { attractiveness: [], position: "wallet" }),
      "attractiveness",
      "list of criteria",
    ],
  ])("refuses %s", (_what, call, field, words) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });
});

describe("the portfolio of any customers", () => {
  const options = {
    attractiveness: "growth",
    position: [{ name: "calm", value: "complaints", direction: "lower" }],
    value: "revenue",
  } as const;
  const runs = { numRuns: 300, seed: 2 };

  it("is a partition", () => {
    fc.assert(
      fc.property(anyAccounts, (rows) => {
        const result = customerPortfolio(rows, options);
        expect(result.rows.map(({ customerId }) => customerId)).toEqual(
          rows.map(({ customerId }) => customerId),
        );
        expect(result.value).toBe(totalOf(rows));
        expect(result.fields.reduce((sum, { customers }) => sum + customers, 0)).toBe(rows.length);
        expect(result.fields.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(result.value);
        for (const { field, customers, value } of result.fields) {
          const members = result.rows.filter((row) => row.field === field);
          expect(members).toHaveLength(customers);
          expect(members.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(value);
        }
        for (const { field, attractiveness, position } of result.rows) {
          const attractive = attractiveness >= (result.limits.attractiveness ?? 0);
          const strong = position >= (result.limits.position ?? 0);
          expect([attractive, strong]).toEqual([
            field === "star" || field === "question-mark",
            field === "star" || field === "cash",
          ]);
        }
        // At the median and above lie at least as many as below.
        expect(
          2 * ((result.fields[0]?.customers ?? 0) + (result.fields[1]?.customers ?? 0)),
        ).toBeGreaterThanOrEqual(rows.length);
      }),
      runs,
    );
  });

  it("does not hang on the order of the rows", () => {
    fc.assert(
      fc.property(anyAccounts, anyOrder, (rows, order) => {
        const again = customerPortfolio(shuffled(rows, order), options);
        const first = customerPortfolio(rows, options);
        expect(again.fields).toEqual(first.fields);
        const fieldOf = new Map(first.rows.map(({ customerId, field }) => [customerId, field]));
        for (const { customerId, field } of again.rows) expect(field).toBe(fieldOf.get(customerId));
      }),
      runs,
    );
  });
});
