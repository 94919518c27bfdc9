import { describe, expect, it } from "vitest";
import { summarizeBy } from "../../src/segmentation/summarize-by.ts";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { country: "DE", plan: "Pro", revenue: 100, clv: 500, retained: true },
  { country: "AT", plan: "Basic", revenue: 40, clv: 0, retained: false },
  { country: "DE", plan: "Basic", revenue: 60, clv: 100, retained: true },
  { country: null, plan: "Pro", revenue: -20, clv: 10, retained: false },
  { country: "DE", plan: "Pro", revenue: 20, clv: 40, retained: false },
] as const;

describe("customers by a key", () => {
  const result = summarizeBy(rows, "country", {
    values: { revenue: "revenue", clv: ({ clv }) => clv },
    rates: { retained: "retained" },
  });

  it("are counted and summed up in order of appearance, those without an entry under null", () => {
    expect(
      result.rows.map(({ group, customers, shareOfCustomers }) => [group, customers, shareOfCustomers]),
    ).toEqual([
      ["DE", 3, 0.6],
      ["AT", 1, 0.2],
      [null, 1, 0.2],
    ]);
    expect(result.rows.map(({ values }) => values.revenue)).toEqual([
      { sum: 180, share: 0.9, mean: 60, median: 60 },
      { sum: 40, share: 0.2, mean: 40, median: 40 },
      { sum: -20, share: -0.1, mean: -20, median: -20 },
    ]);
    expect(result.rows[0]?.values.clv).toEqual({ sum: 640, share: 640 / 650, mean: 640 / 3, median: 100 });
    expect(result.total.values).toEqual({
      revenue: { sum: 200, share: 1, mean: 40, median: 40 },
      clv: { sum: 650, share: 1, mean: 130, median: 40 },
    });
  });

  it("have rates with Wilson's interval", () => {
    expect(result.rows[0]?.rates.retained).toEqual({ count: 2, ...proportionInterval(2, 3) });
    expect(result.rows[1]?.rates.retained).toEqual({ count: 0, ...proportionInterval(0, 1) });
    expect(result.total.rates.retained).toEqual({ count: 2, ...proportionInterval(2, 5) });
    const narrow = summarizeBy(rows, "country", { rates: { retained: "retained" }, level: 0.5 });
    expect(narrow.total.rates.retained).toEqual({ count: 2, ...proportionInterval(2, 5, { level: 0.5 }) });
  });

  it("stand in the order of a value, if asked for, equal ones as they came", () => {
    const groupsBy = (sortBy: "customers" | "revenue" | "clv") =>
      summarizeBy(rows, "country", { values: { revenue: "revenue", clv: "clv" }, sortBy }).rows.map(
        ({ group }) => group,
      );
    expect(groupsBy("revenue")).toEqual(["DE", "AT", null]);
    expect(groupsBy("clv")).toEqual(["DE", null, "AT"]);
    expect(groupsBy("customers")).toEqual(["DE", "AT", null]);
  });

  it("are only counted if nothing else is asked for", () => {
    expect(summarizeBy(rows, ({ plan }) => plan)).toEqual({
      rows: [
        { group: "Pro", customers: 3, shareOfCustomers: 0.6, values: {}, rates: {} },
        { group: "Basic", customers: 2, shareOfCustomers: 0.4, values: {}, rates: {} },
      ],
      total: { customers: 5, shareOfCustomers: 1, values: {}, rates: {} },
    });
  });

  it("may be numbers, truth values, and names of an object's parts", () => {
    const keys = ["__proto__", 1, "1", true, "constructor", -0, undefined, ""];
    const groups = summarizeBy(
      keys.map((key) => ({ key })),
      "key",
    ).rows.map(({ group }) => group);
    expect(groups).toEqual(["__proto__", 1, "1", true, "constructor", 0, null]);
  });

  it("survive JSON and structuredClone, and so does a value of any name", () => {
    const values = Object.fromEntries([["__proto__", "revenue" as const]]);
    const odd = summarizeBy(rows, "plan", { values });
    expect(Object.entries(odd.total.values)).toEqual([
      ["__proto__", { sum: 200, share: 1, mean: 40, median: 40 }],
    ]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(structuredClone(result)).toEqual(result);
  });
});

describe("customers by several keys", () => {
  it("are in a group for each combination that occurs", () => {
    const { rows: groups } = summarizeBy(rows, ["country", ({ plan }) => plan], {
      values: { revenue: "revenue" },
    });
    expect(groups.map(({ group, customers, values }) => [...group, customers, values.revenue.sum])).toEqual([
      ["DE", "Pro", 2, 120],
      ["AT", "Basic", 1, 40],
      ["DE", "Basic", 1, 60],
      [null, "Pro", 1, -20],
    ]);
    expect(summarizeBy(rows, ["plan"]).rows.map(({ group }) => group)).toEqual([["Pro"], ["Basic"]]);
  });
});

describe("nobody and nothing", () => {
  it("has no groups, and a total without shares", () => {
    const options = { values: { revenue: "revenue" }, rates: { retained: "retained" } } as const;
    const expected = {
      rows: [],
      total: {
        customers: 0,
        shareOfCustomers: null,
        values: { revenue: { sum: 0, share: null, mean: null, median: null } },
        rates: { retained: { count: 0, rate: null, lower: null, upper: null } },
      },
    };
    const none = rows.slice(0, 0);
    expect(summarizeBy(none, "country", options)).toEqual(expected);
    expect(summarizeBy(none, ["country", "plan"], options)).toEqual(expected);
  });

  it("has shares of no sum", () => {
    const refunds = [
      { key: "A", value: 5 },
      { key: "B", value: -5 },
    ];
    const { rows: groups, total } = summarizeBy(refunds, "key", { values: { value: "value" } });
    expect(groups.map(({ values }) => values.value.share)).toEqual([null, null]);
    expect(total.values.value).toEqual({ sum: 0, share: null, mean: 0, median: 0 });
  });
});

describe("what cannot be summed up", () => {
  it("is refused together, each with its place", () => {
    const faulty = [
      { key: Number.NaN, value: 1, flag: true },
      { key: {}, value: "1", flag: false },
      { key: "A", value: null, flag: "yes" },
      { key: "A", value: 1 },
    ];
    const options = { values: { v: "value" }, rates: { r: "flag" } };
    const { issues } = dataErrorOf(() => summarizeBy(faulty as never, "key" as never, options as never));
    expect(issues.map(({ code, row, field }) => [code, row, field])).toEqual([
      ["invalid_group", 0, "key"],
      ["invalid_group", 1, "key"],
      ["invalid_value", 1, "value"],
      ["missing_value", 2, "value"],
      ["invalid_value", 2, "flag"],
      ["missing_value", 3, "flag"],
    ]);
  });

  const calls: readonly (readonly [string, () => unknown, string, string])[] = [
    ["no rows", () => summarizeBy(undefined as never, "country" as never), "rows", "pass an array"],
    ["null as a row", () => summarizeBy([null] as never, (row: { x: number }) => row.x), "row", "objects"],
    ["no key", () => summarizeBy(rows, undefined as never), "keys", "name of a field"],
    ["a misspelt key", () => summarizeBy(rows, "land" as never), "land", '"country", "plan"'],
    ["no keys", () => summarizeBy(rows, []), "keys", "at least one"],
    ["a number among keys", () => summarizeBy(rows, ["plan", 5 as never]), "keys[1]", "name of a field"],
    ["null as options", () => summarizeBy(rows, "plan", null as never), "options", "values, rates, sortBy"],
    ["a misspelt option", () => summarizeBy(rows, "plan", { value: {} } as never), "options.value", "values"],
    ["a field as values", () => summarizeBy(rows, "plan", { values: "clv" as never }), "values", "record"],
    ["null as rates", () => summarizeBy(rows, "plan", { rates: null as never }), "rates", "record"],
    ["a number as value", () => summarizeBy(rows, "plan", { values: { a: 1 as never } }), "values.a", "name"],
    [
      "a misspelt order",
      () => summarizeBy(rows, "plan", { sortBy: "clv" as never }),
      "sortBy",
      '"customers"',
    ],
    [
      "a value called customers",
      () => summarizeBy(rows, "plan", { values: { customers: "clv" } }),
      "values.customers",
      "another name",
    ],
    ["a level of 95", () => summarizeBy(rows, "plan", { level: 95 }), "level", "at most"],
    [
      "sums beyond all numbers",
      () =>
        summarizeBy(
          [1, 2].map(() => ({ key: "A", value: 1e308 })),
          "key",
          { values: { v: "value" } },
        ),
      "values.v",
      "larger unit",
    ],
  ];

  it.each(calls)("is refused: %s", (_name, call, field, message) => {
    const [issue] = dataErrorOf(call).issues;
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(message);
  });
});
