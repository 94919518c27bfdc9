import { describe, expect, it } from "vitest";
import { keyAccounts } from "../../src/pareto/key-accounts.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { customerId: "Ada", revenue: 500, growth: 0.1, complaints: 4 },
  { customerId: "Ben", revenue: 300, growth: 0.5, complaints: 0 },
  { customerId: "Cem", revenue: 100, growth: -0.3, complaints: 1 },
  { customerId: "Dora", revenue: 60, growth: 0.3, complaints: 1 },
  { customerId: "Eva", revenue: 40, growth: 0, complaints: 2 },
];

/** The ids of the key accounts. */
function chosen(result: ReturnType<typeof keyAccounts>): unknown[] {
  return result.rows.filter(({ keyAccount }) => keyAccount).map(({ customerId }) => customerId);
}

/** Customers 0, 1, 2, … with these values. */
function valued(...values: readonly number[]): { customerId: number; value: number }[] {
  return values.map((value, customerId) => ({ customerId, value }));
}

describe("key accounts by value", () => {
  it("bring half of the total by default", () => {
    const result = keyAccounts(rows, "revenue");
    expect(chosen(result)).toEqual(["Ada"]);
    expect(result.rule).toEqual({ order: "value", limit: "share", at: 0.5 });
    expect(result.summary).toEqual({
      customers: 5,
      keyAccounts: 1,
      shareOfCustomers: 0.2,
      value: 1000,
      keyAccountValue: 500,
      otherValue: 500,
      shareOfValue: 0.5,
      byReason: { value: 1, score: 0, strategic: 0 },
    });
    expect(result.warnings).toEqual([]);
    expect(result.rows[1]).toEqual({
      index: 1,
      customerId: "Ben",
      value: 300,
      share: 0.3,
      cumulativeShare: 0.8,
      rank: 2,
      keyAccount: false,
      reasons: [],
      score: null,
      scores: [],
    });
  });

  it("take the one who crosses the line, and nobody after a line that is met", () => {
    expect(chosen(keyAccounts(rows, "revenue", { share: 0.51 }))).toEqual(["Ada", "Ben"]);
    expect(chosen(keyAccounts(rows, "revenue", { share: 0.8 }))).toEqual(["Ada", "Ben"]);
    expect(chosen(keyAccounts(rows, "revenue", { share: 0.81 }))).toEqual(["Ada", "Ben", "Cem"]);
    expect(chosen(keyAccounts(rows, "revenue", { share: 1 }))).toHaveLength(5);
  });

  it("do not hang on the rounding of decimals", () => {
    // Together they are 1, but 0.7 + 0.1 is 0.7999999999999999.
    const decimals = valued(0.7, 0.1, 0.08, 0.07, 0.05);
    expect(0.7 + 0.1).toBeLessThan(0.8);
    expect(chosen(keyAccounts(decimals, "value", { share: 0.8 }))).toEqual([0, 1]);
  });

  it("are ended by a count", () => {
    expect(chosen(keyAccounts(rows, "revenue", { count: 3 }))).toEqual(["Ada", "Ben", "Cem"]);
    expect(chosen(keyAccounts(rows, "revenue", { count: 0 }))).toEqual([]);
    expect(chosen(keyAccounts(rows, "revenue", { count: 99 }))).toHaveLength(5);
  });

  it("keep equals together, and say so", () => {
    const { rows: all, warnings, summary } = keyAccounts(valued(10, 10, 10, 10), "value");
    expect(all.map(({ rank, cumulativeShare }) => [rank, cumulativeShare])).toEqual(
      Array.from({ length: 4 }, () => [1, 1]),
    );
    expect(summary.keyAccounts).toBe(4);
    expect(warnings).toMatchObject([{ code: "tied-at-limit", customers: 2 }]);
    const counted = keyAccounts(valued(9, 5, 5, 5, 1), "value", { count: 2 });
    expect(chosen(counted)).toEqual([0, 1, 2, 3]);
    expect(counted.rows.map(({ rank }) => rank)).toEqual([1, 2, 2, 2, 5]);
    expect(counted.warnings).toMatchObject([{ code: "tied-at-limit", customers: 2 }]);
    expect(keyAccounts(valued(9, 5, 5), "value", { count: 3 }).warnings).toEqual([]);
  });

  it("have a value above 0", () => {
    const some = valued(0, 100, -50, 50, 0);
    const all = keyAccounts(some, "value", { count: 5 });
    expect(chosen(all)).toEqual([1, 3]);
    expect(all.rows.map(({ share }) => share)).toEqual([1, 0.5, 0, 0, -0.5]);
    expect(all.rows.map(({ cumulativeShare }) => cumulativeShare)).toEqual([1, 1.5, 1.5, 1.5, 1]);
    expect(all.warnings).toMatchObject([{ code: "negative-values", customers: 1 }]);
    expect(all.warnings[0]?.message).toContain("-50");
    expect(chosen(keyAccounts(some, "value", { share: 1 }))).toEqual([1]);
  });

  it("are none where there is no total", () => {
    const { summary, rows: all, warnings } = keyAccounts(valued(10, -10), "value");
    expect(summary).toMatchObject({ keyAccounts: 0, value: 0, shareOfValue: null, shareOfCustomers: 0 });
    expect(all.map(({ share, cumulativeShare }) => [share, cumulativeShare])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(["negative-values", "no-positive-total"]);
  });

  it("are nobody of nobody", () => {
    expect(keyAccounts(valued(), "value")).toEqual({
      rule: { order: "value", limit: "share", at: 0.5 },
      rows: [],
      summary: {
        customers: 0,
        keyAccounts: 0,
        shareOfCustomers: null,
        value: 0,
        keyAccountValue: 0,
        otherValue: 0,
        shareOfValue: null,
        byReason: { value: 0, score: 0, strategic: 0 },
      },
      warnings: [],
    });
  });

  it("may be one customer alone", () => {
    const { rows: all } = keyAccounts(valued(7), "value");
    expect(all[0]).toMatchObject({ rank: 1, share: 1, cumulativeShare: 1, reasons: ["value"] });
  });

  it("are read by functions, from anything that can be iterated", () => {
    const sales = new Set([
      { name: "Ada", sold: { net: 5 } },
      { name: "Ben", sold: { net: 9 } },
    ]);
    const result = keyAccounts(sales, ({ sold }) => sold.net, { id: "name" });
    expect(chosen(result)).toEqual(["Ben"]);
    expect(result.rows.map(({ index }) => index)).toEqual([1, 0]);
  });
});

describe("strategic key accounts", () => {
  it("are named by a list, a Set, a field or a function", () => {
    const marked = rows.map((row) => ({ ...row, mark: row.customerId === "Eva" }));
    const expected = ["Ada", "Eva"];
    expect(chosen(keyAccounts(rows, "revenue", { strategic: ["Eva"] }))).toEqual(expected);
    expect(chosen(keyAccounts(rows, "revenue", { strategic: new Set(["Eva"]) }))).toEqual(expected);
    expect(chosen(keyAccounts(marked, "revenue", { strategic: "mark" }))).toEqual(expected);
    expect(chosen(keyAccounts(marked, "revenue", { strategic: ({ mark }) => mark }))).toEqual(expected);
  });

  it("say that they are, beside other reasons", () => {
    const { rows: all, summary } = keyAccounts(rows, "revenue", { strategic: ["Ada", "Cem"] });
    expect(all.map(({ reasons }) => reasons)).toEqual([["value", "strategic"], [], ["strategic"], [], []]);
    expect(summary.byReason).toEqual({ value: 1, score: 0, strategic: 2 });
    expect(summary).toMatchObject({ keyAccounts: 2, keyAccountValue: 600, otherValue: 400 });
  });

  it("are missed if no row has their id", () => {
    const { warnings } = keyAccounts(rows, "revenue", { strategic: ["Eva", "eva", 7] });
    expect(warnings).toMatchObject([{ code: "unknown-strategic", customers: 2 }]);
    expect(keyAccounts(valued(1), "value", { strategic: [-0] }).warnings).toEqual([]);
  });
});

describe("key accounts by score", () => {
  const criteria = [
    { name: "revenue", value: "revenue", weight: 2 },
    { name: "growth", value: ({ growth }: (typeof rows)[number]) => growth, weight: 1, normalise: "rank" },
    { name: "complaints", value: "complaints", direction: "lower" },
  ] as const;

  it("show each criterion and what it adds", () => {
    const result = keyAccounts(rows, "revenue", { criteria, count: 1 });
    const ben = result.rows[0];
    expect(result.rule).toEqual({ order: "score", limit: "count", at: 1 });
    expect(ben).toMatchObject({ customerId: "Ben", rank: 1, reasons: ["score"] });
    expect(ben?.scores).toEqual([
      {
        name: "revenue",
        value: 300,
        normalised: 260 / 460,
        weight: 0.5,
        contribution: 130 / 460,
      },
      { name: "growth", value: 0.5, normalised: 1, weight: 0.25, contribution: 0.25 },
      { name: "complaints", value: 0, normalised: 1, weight: 0.25, contribution: 0.25 },
    ]);
    expect(ben?.score).toBeCloseTo(0.5 + 130 / 460, 12);
    expect(ben?.cumulativeShare).toBe(0.3);
  });

  it("rank equals in the middle of their places", () => {
    const { rows: all } = keyAccounts(rows, "revenue", {
      criteria: [{ name: "calm", value: "complaints", direction: "lower", normalise: "rank" }],
    });
    expect(all.map(({ customerId, score }) => [customerId, score])).toEqual([
      ["Ben", 1],
      ["Cem", 0.625],
      ["Dora", 0.625],
      ["Eva", 0.25],
      ["Ada", 0],
    ]);
  });

  it("count standard deviations from the mean", () => {
    const { rows: all } = keyAccounts(valued(2, 4, 4, 4, 5, 5, 7, 9), "value", {
      criteria: [{ name: "z", value: "value", normalise: "z" }],
    });
    // The mean is 5, the standard deviation 2.
    expect(all.map(({ score }) => score)).toEqual([2, 1, 0, 0, -0.5, -0.5, -0.5, -1.5]);
    const lower = keyAccounts(valued(2, 4, 4, 4, 5, 5, 7, 9), "value", {
      criteria: [{ name: "z", value: "value", normalise: "z", direction: "lower" }],
    });
    expect(lower.rows[0]).toMatchObject({ customerId: 0, score: 1.5 });
  });

  it("end at a share of value, a count or a least score", () => {
    const byGrowth = { criteria: [{ name: "growth", value: "growth" }] } as const;
    expect(chosen(keyAccounts(rows, "revenue", byGrowth))).toEqual(["Ben", "Dora", "Ada"]);
    expect(chosen(keyAccounts(rows, "revenue", { ...byGrowth, share: 0.36 }))).toEqual(["Ben", "Dora"]);
    expect(chosen(keyAccounts(rows, "revenue", { ...byGrowth, count: 1 }))).toEqual(["Ben"]);
    expect(chosen(keyAccounts(rows, "revenue", { ...byGrowth, minScore: 0.75 }))).toEqual(["Ben", "Dora"]);
    expect(chosen(keyAccounts(rows, "revenue", { ...byGrowth, minScore: 1.1 }))).toEqual([]);
  });

  it("are ties if scores differ by the order of their sums alone", () => {
    const three = [
      { customerId: 1, a: 0.1, b: 0.2, c: 0.3 },
      { customerId: 2, a: 0.3, b: 0.2, c: 0.1 },
      { customerId: 3, a: 0, b: 0, c: 0 },
      { customerId: 4, a: 1, b: 1, c: 1 },
    ];
    expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1);
    const named = (["a", "b", "c"] as const).map((name) => ({ name, value: name }));
    const { rows: all } = keyAccounts(three, () => 1, { criteria: named, count: 1 });
    expect(all.map(({ rank }) => rank)).toEqual([1, 2, 2, 4]);
  });

  it("warn of a criterion that tells nobody apart", () => {
    for (const [normalise, score] of [
      ["min-max", 0.5],
      ["rank", 0.5],
      ["z", 0],
    ] as const) {
      const { rows: all, warnings } = keyAccounts(valued(3, 3), "value", {
        criteria: [{ name: "same", value: "value", normalise }],
      });
      expect(all.map((row) => row.score)).toEqual([score, score]);
      expect(warnings.map(({ code }) => code)).toContain("equal-criterion");
    }
  });

  it("stay numbers at the ends of the range", () => {
    for (const size of [1e300, 1e-300, Number.MAX_VALUE / 4, 5e-324]) {
      for (const normalise of ["min-max", "rank", "z"] as const) {
        const { rows: all } = keyAccounts(valued(-size, 0, size), () => 1, {
          criteria: [{ name: "size", value: "value", normalise }],
        });
        const scores = all.map(({ score }) => score ?? Number.NaN);
        expect(all.map(({ customerId }) => customerId)).toEqual([2, 1, 0]);
        const [best, middle, worst] = normalise === "z" ? [Math.sqrt(1.5), 0, -Math.sqrt(1.5)] : [1, 0.5, 0];
        expect(scores[0]).toBeCloseTo(best, 11);
        expect(scores[1]).toBeCloseTo(middle, 11);
        expect(scores[2]).toBeCloseTo(worst, 11);
      }
    }
  });
});

describe("wrong calls of key accounts", () => {
  const one = [{ customerId: "A", revenue: 1 }];
  const calls: readonly (readonly [string, () => unknown, string, string])[] = [
    ["no rows", () => keyAccounts(null as never, "revenue" as never), "rows", "These are no rows"],
    ["text for rows", () => keyAccounts("rows" as never, "revenue" as never), "rows", "These are no rows"],
    ["no accessor", () => keyAccounts(one, undefined as never), "value", "neither the name"],
    ["no row", () => keyAccounts([null] as never, "x" as never), "row", "This is no row"],
    ["options that are none", () => keyAccounts(one, "revenue", null as never), "options", "no record"],
    ["a slip", () => keyAccounts(one, "revenue", { shares: 1 } as never), "options.shares", "minScore"],
    ["a percentage", () => keyAccounts(one, "revenue", { share: 80 }), "share", "at most 1"],
    ["half a count", () => keyAccounts(one, "revenue", { count: 1.5 }), "count", "whole"],
    ["two limits", () => keyAccounts(one, "revenue", { count: 1, share: 0.5 }), "options", "one limit"],
    ["a score of nothing", () => keyAccounts(one, "revenue", { minScore: 1 }), "minScore", "criteria"],
    ["no criteria", () => keyAccounts(one, "revenue", { criteria: [] }), "criteria", "list of criteria"],
    [
      "a criterion without name",
      () => keyAccounts(one, "revenue", { criteria: [{ value: "revenue" } as never] }),
      "criteria[0].name",
      "name",
    ],
    [
      "criteria of one name",
      () =>
        keyAccounts(one, "revenue", {
          criteria: [
            { name: "a", value: "revenue" },
            { name: "a", value: "revenue" },
          ],
        }),
      "criteria[1].name",
      "already",
    ],
    [
      "a weight of 0",
      () => keyAccounts(one, "revenue", { criteria: [{ name: "a", value: "revenue", weight: 0 }] }),
      "criteria[0].weight",
      "above 0",
    ],
    [
      "an unknown way",
      () =>
        keyAccounts(one, "revenue", {
          criteria: [{ name: "a", value: "revenue", normalise: "log" as never }],
        }),
      "criteria[0].normalise",
      "min-max",
    ],
    [
      "marks that are none",
      () => keyAccounts(one, "revenue", { strategic: 7 as never }),
      "strategic",
      "list or Set",
    ],
    [
      "an id that is none",
      () => keyAccounts(one, "revenue", { strategic: [null] as never }),
      "strategic",
      "no customer id",
    ],
    [
      "a mark that is text",
      () => keyAccounts([{ ...one[0], mark: "yes" }] as never[], () => 1, { strategic: "mark" as never }),
      "mark",
      "true or false",
    ],
    ["no ids", () => keyAccounts([{ revenue: 1 }], "revenue"), "customerId", "option id"],
    ["an id accessor", () => keyAccounts(one, "revenue", { id: 7 as never }), "id", "neither the name"],
    [
      "a customer twice",
      () => keyAccounts([...one, ...one], "revenue"),
      "customerId",
      '"A" stands in row 0 already',
    ],
    ["a sum too large", () => keyAccounts(valued(1e308, 1e308), "value"), "value", "larger unit"],
  ];
  it.each(calls)("%s", (_what, call, field, words) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });

  it("are refused with all their rows at once", () => {
    const bad = [
      { customerId: "A", revenue: "1,5" },
      { customerId: "", revenue: 3 },
      { customerId: "A", revenue: Number.NaN },
      { customerId: true, revenue: null },
    ];
    const { byCode, total } = dataErrorOf(() =>
      keyAccounts(bad as never[], "revenue" as never, {
        criteria: [{ name: "growth", value: "growth" as never }],
        strategic: "mark" as never,
      }),
    );
    expect(byCode).toEqual({
      missing_customer: 1,
      invalid_customer: 1,
      duplicate_customer: 1,
      invalid_value: 2,
      missing_value: 9,
    });
    expect(total).toBe(14);
  });
});
