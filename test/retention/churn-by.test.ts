import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { churnBy } from "../../src/retention/churn-by.ts";
import { churnReasons } from "../../src/retention/churn-reasons.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { plan: "Basic", left: true, revenue: 10, why: "price" },
  { plan: "Basic", left: false, revenue: 30, why: "" },
  { plan: "Pro", left: false, revenue: 60, why: null },
  { plan: null, left: true, revenue: 20, why: undefined },
  { plan: "", left: true, revenue: 0, why: "price" },
];

describe("churn by key", () => {
  it("is counted by hand, and adds up", () => {
    const { rows: groups, total } = churnBy(rows, "plan", { churned: "left", value: "revenue" });
    expect(
      groups.map(({ group, customers, churned, churnRate }) => [group, customers, churned, churnRate]),
    ).toEqual([
      ["Basic", 2, 1, 0.5],
      ["Pro", 1, 0, 0],
      [null, 2, 2, 1],
    ]);
    expect(groups[0]).toMatchObject({
      shareOfChurned: 1 / 3,
      value: 40,
      churnedValue: 10,
      valueChurnRate: 0.25,
    });
    expect(total).toMatchObject({
      customers: 5,
      churned: 3,
      churnRate: 0.6,
      shareOfChurned: 1,
      value: 120,
      churnedValue: 30,
    });
    // Wilson's formula for 3 of 5, in Python.
    expect([total.lower, total.upper].map((limit) => limit?.toFixed(4))).toEqual(["0.2307", "0.8824"]);
  });

  it("takes functions, 0 and 1, numbers and truths as groups", () => {
    const byNumber = churnBy(rows, (row) => row.revenue > 20, { churned: (row) => (row.left ? 1 : 0) });
    expect(byNumber.rows.map(({ group, churned, value }) => [group, churned, value])).toEqual([
      [false, 3, null],
      [true, 0, null],
    ]);
    const ids = [
      { id: "__proto__", gone: 1 as const },
      { id: 1, gone: 0 as const },
      { id: "1", gone: 0 as const },
    ];
    expect(churnBy(ids, "id", { churned: "gone" }).rows.map(({ group }) => group)).toEqual([
      "__proto__",
      1,
      "1",
    ]);
    expect(churnBy([{ n: -0, gone: true }], "n", { churned: "gone" }).rows[0]?.group).toBe(0);
  });

  it("of nobody has no rates", () => {
    const { rows: groups, total } = churnBy([] as typeof rows, "plan", { churned: "left", value: "revenue" });
    expect(groups).toEqual([]);
    expect(total).toMatchObject({
      customers: 0,
      churnRate: null,
      lower: null,
      shareOfChurned: null,
      value: 0,
      valueChurnRate: null,
    });
  });

  it("adds up to the total, whatever the rows", () => {
    const row = fc.record({
      group: fc.constantFrom("a", "b", 3, null, true),
      gone: fc.boolean(),
      money: fc.double({ min: 0, max: 1e6, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (list) => {
        const { rows: groups, total } = churnBy(list, "group", { churned: "gone", value: "money" });
        const sum = (field: "customers" | "churned" | "value" | "churnedValue"): number =>
          groups.reduce((all, group) => all + (group[field] ?? 0), 0);
        expect([sum("customers"), sum("churned"), sum("value"), sum("churnedValue")]).toEqual([
          total.customers,
          total.churned,
          total.value,
          total.churnedValue,
        ]);
        expect(total.churned).toBe(list.filter(({ gone }) => gone).length);
        if (total.churned > 0) {
          expect(groups.reduce((all, group) => all + (group.shareOfChurned ?? 0), 0)).toBeCloseTo(1, 12);
        }
        const reasons = churnReasons(list, "group", { churned: "gone", value: "money" });
        expect(reasons.churned).toBe(total.churned);
        expect(reasons.rows.map(({ churned }) => churned)).toEqual(
          groups
            .map(({ churned }) => churned)
            .filter((churned) => churned > 0)
            .sort((a, b) => b - a),
        );
        expect(reasons.value).toBeCloseTo(total.churnedValue ?? 0, 6);
      }),
    );
  });
});

describe("reasons of churn", () => {
  it("are shares of all who left, those without a reason among them", () => {
    const {
      rows: reasons,
      churned,
      value,
    } = churnReasons(rows, "why", { churned: "left", value: "revenue" });
    expect(reasons.map(({ reason, churned: n, share }) => [reason, n, share])).toEqual([
      ["price", 2, 2 / 3],
      [null, 1, 1 / 3],
    ]);
    expect([churned, value]).toEqual([3, 30]);
    expect(reasons[1]?.shareOfValue).toBe(2 / 3);
  });

  it("stand in the order asked for", () => {
    const order = (by: "churned" | "value" | "appearance") =>
      churnReasons(rows, "plan", { value: "revenue", order: by }).rows.map(({ reason }) => reason);
    expect(order("churned")).toEqual(["Basic", null, "Pro"]);
    expect(order("value")).toEqual(["Pro", "Basic", null]);
    expect(order("appearance")).toEqual(["Basic", "Pro", null]);
  });

  it("of nobody are none", () => {
    expect(churnReasons([], "why" as never)).toEqual({ rows: [], churned: 0, value: null });
    expect(churnReasons([{ why: "x", left: false }], "why", { churned: "left" }).rows).toEqual([]);
  });
});

describe("what cannot be used", () => {
  it.each<readonly [string, () => unknown, string, string, string]>([
    [
      "a text as rows",
      () => churnBy("abc" as never, "plan" as never, { churned: "left" as never }),
      "invalid_option",
      "rows",
      "pass an array",
    ],
    [
      "a misspelt key",
      () => churnBy(rows, "plann" as never, { churned: "left" }),
      "missing_key",
      "plann",
      '"plan"',
    ],
    ["a misspelt reason", () => churnReasons(rows, "reason" as never), "missing_key", "reason", '"why"'],
    [
      "no key",
      () => churnBy(rows, undefined as never, { churned: "left" }),
      "invalid_option",
      "key",
      "name of a field",
    ],
    ["no options", () => churnBy(rows, "plan", undefined as never), "invalid_option", "options", "churned"],
    [
      "nothing that says who left",
      () => churnBy(rows, "plan", {} as never),
      "invalid_option",
      "churned",
      '"event"',
    ],
    [
      "a misspelt churned",
      () => churnBy(rows, "plan", { churned: "gone" as never }),
      "invalid_event",
      "gone",
      "Nothing here says",
    ],
    [
      "a text that says who left",
      () => churnBy(rows, "plan", { churned: "why" as never }),
      "invalid_event",
      "why",
      "true or 1",
    ],
    [
      "a value as text",
      () => churnBy(rows, "plan", { churned: "left", value: "plan" as never }),
      "text_amount",
      "plan",
      "is text",
    ],
    [
      "a value below 0",
      () => churnBy(rows, "plan", { churned: "left", value: (row) => -row.revenue }),
      "negative_amount",
      "value",
      "below 0",
    ],
    [
      "a value that is none",
      () => churnBy(rows, "plan", { churned: "left", value: () => Number.NaN }),
      "nan_amount",
      "value",
      "not a number",
    ],
    [
      "too much",
      () => churnBy(rows, "plan", { churned: "left", value: () => 1e308 }),
      "amount_overflow",
      "value",
      "larger unit",
    ],
    [
      "a record as group",
      () => churnBy(rows, (() => ({})) as never, { churned: "left" }),
      "invalid_group",
      "key",
      "no group",
    ],
    [
      "percent",
      () => churnBy(rows, "plan", { churned: "left", level: 95 }),
      "invalid_option",
      "level",
      "at most",
    ],
    [
      "an order by nothing",
      () => churnReasons(rows, "why", { order: "value" }),
      "invalid_option",
      "order",
      '"churned"',
    ],
    [
      "null as row",
      () => churnBy([null, ...rows] as never, "plan" as never, { churned: "left" as never }),
      "invalid_event",
      "left",
      "Nothing",
    ],
  ])("is refused: %s", (_what, call, code, field, words) => {
    const [issue] = dataErrorOf(call).issues;
    expect(issue).toMatchObject({ code, field });
    expect(issue?.message).toContain(words);
  });
});
