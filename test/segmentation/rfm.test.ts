import { describe, expect, it } from "vitest";
import { rfm } from "../../src/segmentation/rfm.ts";
import type { RfmOfRows } from "../../src/segmentation/rfm-result.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const transactions = [
  { customerId: "Ada", date: "2025-12-31", amount: 100 },
  { customerId: "Ada", date: "2025-12-31", amount: 60 },
  { customerId: "Ada", date: "2025-01-01", amount: 40 },
  { customerId: "Ada", date: "2024-12-31", amount: 5000 },
  { customerId: "Ben", date: "2025-12-11", amount: 200 },
  { customerId: "Ben", date: "2025-12-24", amount: -250 },
  { customerId: "Cem", date: "2024-06-01", amount: 30 },
  { customerId: "Cem", date: "2025-06-01", amount: -30 },
  { customerId: "Eva", date: "2026-01-01", amount: 30 },
];
const log = transactionLog(transactions);
const year = { asOf: "2025-12-31", window: { months: 12 } } as const;

interface Raw {
  readonly days: number;
  readonly orders: number;
  readonly money: number;
}

const columns = { recency: "days", frequency: "orders", monetary: "money" } as const;
const raw = (days: number, orders: number, money: number): Raw => ({ days, orders, money });
const cells = ({ rows }: RfmOfRows): readonly string[] => rows.map(({ cell }) => cell);

describe("RFM of a log", () => {
  it("looks at the half-open window: its first day is the day after asOf less 12 months", () => {
    const base = rfm(log, year);
    expect([base.asOf, base.from, base.window]).toEqual(["2025-12-31", "2025-01-01", { months: 12 }]);
    expect(base.rows.map(({ customerId, orders, revenue }) => [customerId, orders, revenue])).toEqual([
      ["Ada", 3, 200],
      ["Ben", 1, -50],
    ]);
  });

  it("counts days from the last purchase, not from a return after it", () => {
    expect(rfm(log, year).rows.map((row) => row.daysSinceLastPurchase)).toEqual([0, 20]);
  });

  it("omits who bought nothing in the window, with their returns, and does not know who comes later", () => {
    expect(rfm(log, year).omitted).toEqual({ customers: 1, revenue: -30 });
    expect(rfm(log).omitted).toEqual({ customers: 0, revenue: 0 });
    expect(rfm(log, { asOf: "2024-07-01" }).omitted).toEqual({ customers: 0, revenue: 0 });
  });

  it("takes all history and the last day of the log by default", () => {
    const base = rfm(log);
    expect([base.asOf, base.from, base.window, base.method]).toEqual(["2026-01-01", null, null, "quantile"]);
    expect(base.rows.map(({ revenue }) => revenue)).toEqual([5200, -50, 0, 30]);
  });

  it("counts purchases of one day once if asked to", () => {
    expect(rfm(log, { ...year, count: "purchase-days" }).rows.map(({ orders }) => orders)).toEqual([2, 1]);
  });

  it("scores margins if asked to, and shows revenue beside them", () => {
    const margins = transactionLog(
      [
        { customerId: "Ada", date: "2025-12-01", amount: 500, margin: 10 },
        { customerId: "Ben", date: "2025-12-01", amount: 300, margin: 90 },
      ],
      { margin: "margin" },
    );
    const { rows } = rfm(margins, { value: "margin" });
    expect(rows.map(({ revenue, margin, monetaryScore }) => [revenue, margin, monetaryScore])).toEqual([
      [500, 10, 1],
      [300, 90, 5],
    ]);
    expect(rfm(margins).rows.map(({ margin, monetaryScore }) => [margin, monetaryScore])).toEqual([
      [undefined, 5],
      [undefined, 1],
    ]);
  });

  it("gives equal money equal scores, however it was added up", () => {
    const parts = [0.1, 0.2, 0.3];
    const sums = [...parts, ...parts.toReversed()].map((amount, at) => ({
      customerId: at < parts.length ? "up" : "down",
      date: "2025-01-01",
      amount,
    }));
    const once = [{ customerId: "once", date: "2025-01-01", amount: 0.6 }];
    const { rows } = rfm(
      transactionLog([...sums, ...once, { customerId: "x", date: "2025-01-01", amount: 900 }]),
    );
    expect(new Set(rows.slice(0, 3).map(({ revenue }) => revenue)).size).toBeGreaterThan(1);
    expect(rows.map(({ monetaryScore }) => monetaryScore)).toEqual([1, 1, 1, 5]);
  });

  it("survives JSON and cloning", () => {
    const base = rfm(log, year);
    expect(JSON.parse(JSON.stringify(base))).toEqual(base);
    expect(structuredClone(base)).toEqual(base);
  });

  it("scores nobody where nobody bought, and says so", () => {
    const base = rfm(log, { asOf: "2020-01-01" });
    expect([base.rows, base.limits]).toEqual([[], null]);
    expect(base.warnings.map(({ code }) => code)).toEqual(["no-customers"]);
    expect(
      base.segments.every(({ customers, shareOfCustomers }) => customers === 0 && shareOfCustomers === null),
    ).toBe(true);
  });
});

describe("scores by quantile", () => {
  it("put a value on a limit to the side of the smaller values", () => {
    // Six customers: the quantiles of five scores are the 2nd to 5th value themselves.
    const rows = [0, 10, 20, 30, 40, 50].map((days) => raw(days, 1 + days, days));
    const base = rfm(rows, columns);
    expect(base.limits?.recency).toEqual([10, 20, 30, 40]);
    expect(base.rows.map(({ recencyScore }) => recencyScore)).toEqual([5, 5, 4, 3, 2, 1]);
    expect(base.rows.map(({ frequencyScore }) => frequencyScore)).toEqual([1, 1, 2, 3, 4, 5]);
  });

  it("give nine one-time buyers of ten the lowest frequency score, and name the scores that nobody has", () => {
    const rows = Array.from({ length: 100 }, (_, at) => raw(at, at < 90 ? 1 : at - 87, at));
    const base = rfm(rows, columns);
    expect(base.limits?.frequency).toEqual([1, 1, 1, 1]);
    expect(base.rows.filter(({ frequencyScore }) => frequencyScore === 1)).toHaveLength(90);
    expect(base.rows.filter(({ frequencyScore }) => frequencyScore === 5)).toHaveLength(10);
    expect(base.warnings).toEqual([
      {
        code: "unused-scores",
        dimension: "frequency",
        scores: [2, 3, 4],
        message: expect.stringContaining("nobody has the scores 2, 3, 4 of 5"),
      },
    ]);
  });

  it("warn of fewer distinct values than scores", () => {
    const rows = [1, 2, 1, 2, 3, 3, 1].map((orders, at) => raw(at, orders, at));
    const found = rfm(rows, columns).warnings.map(({ code, dimension }) => `${code} ${dimension}`);
    expect(found).toContain("few-distinct-values frequency");
    expect(found).not.toContain("few-distinct-values recency");
    expect(rfm(rows, { ...columns, bins: { frequency: 2 } }).warnings).toEqual([]);
  });

  it("of one customer, and of customers who are all alike, are those of a value on every limit", () => {
    const alike = Array.from({ length: 7 }, () => raw(12, 3, 80));
    expect(cells(rfm([raw(12, 3, 80)], columns))).toEqual(["511"]);
    expect(new Set(cells(rfm(alike, columns)))).toEqual(new Set(["511"]));
    expect(rfm(alike, columns).limits).toEqual({
      recency: [12, 12, 12, 12],
      frequency: [3, 3, 3, 3],
      monetary: [80, 80, 80, 80],
    });
  });

  it("take zeros and negative revenue for what they are", () => {
    const rows = [-300, -20, 0, 0, 15, 900].map((money, at) => raw(at, 1, money));
    expect(rfm(rows, columns).rows.map(({ monetaryScore }) => monetaryScore)).toEqual([1, 1, 2, 2, 4, 5]);
  });

  it("stay finite for numbers as large as they come", () => {
    const rows = [-1.7e308, 0, 1.7e308].map((money, at) => raw(at, 1, money));
    const base = rfm(rows, columns);
    expect(base.limits?.monetary.every(Number.isFinite)).toBe(true);
    expect(base.rows.map(({ monetaryScore }) => monetaryScore)).toEqual([1, 3, 5]);
  });
});

describe("scores by rank", () => {
  it("are NTILE, worst first, ties by the other dimensions and then by id", () => {
    const rows = [
      { customerId: "b", ...raw(5, 1, 10) },
      { customerId: "a", ...raw(5, 1, 10) },
      { customerId: 10, ...raw(5, 1, 10) },
      { customerId: 9, ...raw(5, 1, 10) },
      { customerId: "late", ...raw(4, 1, 10) },
      { customerId: "rich", ...raw(5, 1, 20) },
    ];
    const base = rfm(rows, { ...columns, bins: 6, method: "rank" });
    const ranked = (score: "recencyScore" | "frequencyScore" | "monetaryScore"): readonly unknown[] =>
      [...base.rows].sort((one, other) => one[score] - other[score]).map(({ customerId }) => customerId);
    expect(ranked("recencyScore")).toEqual([9, 10, "a", "b", "rich", "late"]);
    expect(ranked("frequencyScore")).toEqual([9, 10, "a", "b", "rich", "late"]);
    expect(ranked("monetaryScore")).toEqual([9, 10, "a", "b", "late", "rich"]);
    expect(base.limits).toBeNull();
    expect(base.warnings.filter(({ code }) => code === "parted-ties")).toHaveLength(3);
  });

  it("leave the highest scores to nobody if there are fewer customers, and part no ties if there are none", () => {
    const base = rfm([raw(1, 2, 3), raw(9, 1, 1)], { ...columns, method: "rank" });
    expect(cells(base)).toEqual(["222", "111"]);
    expect(base.warnings.some(({ code }) => code === "parted-ties")).toBe(false);
    expect(base.warnings.find(({ code }) => code === "unused-scores")?.scores).toEqual([3, 4, 5]);
  });
});

describe("scores by breaks", () => {
  const breaks = { recency: [30, 90, 180, 365], frequency: [1, 2, 4, 9], monetary: [0, 100, 500, 2000] };

  it("count each break as the largest value below it", () => {
    const rows = [raw(30, 1, 0), raw(31, 2, 0.01), raw(180, 4, 500), raw(366, 10, 2001)];
    const base = rfm(rows, { ...columns, breaks });
    expect(cells(base)).toEqual(["511", "422", "333", "155"]);
    expect([base.method, base.limits]).toEqual(["breaks", breaks]);
  });

  it("may be of different lengths; then there is no FM score and no segment of the default rules", () => {
    const base = rfm([raw(1, 1, 1)], { ...columns, breaks: { ...breaks, monetary: [10] } });
    expect(base.bins).toEqual({ recency: 5, frequency: 5, monetary: 2 });
    expect([base.rows[0]?.fmScore, base.rows[0]?.segment, base.segments]).toEqual([null, null, []]);
  });

  it("warn of scores between which nobody is", () => {
    const { warnings } = rfm([raw(1, 1, 1), raw(40, 3, 200)], { ...columns, breaks });
    expect(warnings.map(({ code, dimension, scores }) => [code, dimension, scores])).toEqual([
      ["unused-scores", "recency", [1, 2, 3]],
      ["unused-scores", "frequency", [2, 4, 5]],
      ["unused-scores", "monetary", [1, 4, 5]],
    ]);
  });
});

describe("RFM of rows", () => {
  it("keeps place and id of each row, by the default field or another, or by none", () => {
    const rows = [
      { customerId: 7, nr: "x", ...raw(1, 2, 3) },
      { customerId: 8, nr: "y", ...raw(3, 2, 1) },
    ];
    const idsOf = ({ rows: scored }: RfmOfRows): unknown =>
      scored.map(({ index, customerId }) => [index, customerId]);
    expect(idsOf(rfm(rows, columns))).toEqual([
      [0, 7],
      [1, 8],
    ]);
    expect(idsOf(rfm(new Set(rows), { ...columns, id: "nr" }))).toEqual([
      [0, "x"],
      [1, "y"],
    ]);
    expect(idsOf(rfm([raw(1, 2, 3)], columns))).toEqual([[0, null]]);
  });
});

describe("what cannot be scored", () => {
  const row = raw(1, 2, 3);
  const calls: readonly (readonly [string, () => unknown, string, string])[] = [
    ["null", () => rfm(null as never), "log", "neither a log nor rows"],
    ["a text", () => rfm("rows" as never), "log", "neither a log nor rows"],
    ["rows without columns", () => rfm([row] as never), "recency", "name of a field"],
    ["null as options", () => rfm(log, null as never), "options", "asOf"],
    ["a misspelt option", () => rfm(log, { bin: 3 } as never), "options.bin", "bins"],
    ["a column for a log", () => rfm(log, { recency: "x" } as never), "options.recency", "asOf"],
    [
      "a window for rows",
      () => rfm([row], { ...columns, window: { days: 3 } } as never),
      "options.window",
      "recency",
    ],
    ["an empty window", () => rfm(log, { window: {} }), "window", "{ months: 12 }"],
    ["null as window", () => rfm(log, { window: null as never }), "window", "{ months: 12 }"],
    ["no day", () => rfm(log, { asOf: "soon" }), "asOf", "no date"],
    ["an empty log", () => rfm(transactionLog([])), "asOf", "pass the day"],
    ["another value", () => rfm(log, { value: "profit" as never }), "value", '"margin"'],
    ["margins that are not there", () => rfm(log, { value: "margin" }), "value", "no margins"],
    ["another count", () => rfm(log, { count: "lines" as never }), "count", '"purchase-days"'],
    ["another method", () => rfm(log, { method: "ntile" as never }), "method", '"rank"'],
    ["one bin", () => rfm(log, { bins: 1 }), "bins", "at least 2"],
    ["ten bins", () => rfm(log, { bins: 10 }), "bins", "at most 9"],
    ["bins of text", () => rfm(log, { bins: "5" as never }), "bins", "whole number"],
    ["null as bins", () => rfm(log, { bins: null as never }), "bins", "whole number"],
    ["half a bin", () => rfm(log, { bins: { monetary: 2.5 } }), "bins.monetary", "whole number"],
    ["misspelt bins", () => rfm(log, { bins: { money: 5 } as never }), "bins.money", "monetary"],
    ["breaks without breaks", () => rfm(log, { method: "breaks" }), "breaks", "needs limits"],
    [
      "breaks for another method",
      () => rfm(log, { method: "rank", breaks: { recency: [1], frequency: [1], monetary: [1] } }),
      "breaks",
      'the method "breaks" only',
    ],
    ["null as breaks", () => rfm(log, { breaks: null as never }), "breaks", "recency, frequency, monetary"],
    [
      "a missing break",
      () => rfm(log, { breaks: { recency: [1], frequency: [1] } as never }),
      "breaks.monetary",
      "array",
    ],
    [
      "no breaks",
      () => rfm(log, { breaks: { recency: [], frequency: [1], monetary: [1] } }),
      "breaks.recency",
      "1 to 8",
    ],
    [
      "breaks that fall",
      () => rfm(log, { breaks: { recency: [30, 20], frequency: [1], monetary: [1] } }),
      "breaks.recency[1]",
      "ascending",
    ],
    [
      "a break that is no number",
      () => rfm(log, { breaks: { recency: [30], frequency: [Number.NaN], monetary: [1] } }),
      "breaks.frequency[0]",
      "finite",
    ],
    [
      "bins that are not those of the breaks",
      () => rfm(log, { bins: 5, breaks: { recency: [30], frequency: [1], monetary: [1] } }),
      "bins",
      "make 2 scores, not 5",
    ],
    ["no row", () => rfm([null as unknown as Raw], columns), "row", "no row"],
    [
      "no row among customers",
      () =>
        rfm([{ ...row, customerId: 1 }, null as unknown as Raw & { readonly customerId: number }], columns),
      "row",
      "no row",
    ],
    ["a missing number", () => rfm([{ days: 1, money: 2 } as Raw], columns), "orders", "missing"],
    ["text as money", () => rfm([{ ...row, money: "3,50" as never }], columns), "money", "is text"],
    ["infinite days", () => rfm([{ ...row, days: Number.POSITIVE_INFINITY }], columns), "days", "not finite"],
    ["a missing id", () => rfm([{ ...row, customerId: "" }], columns), "customerId", "missing"],
    [
      "an id that is none",
      () => rfm([{ ...row, customerId: {} as never }], columns),
      "customerId",
      "no customer id",
    ],
    [
      "transactions for customers",
      () =>
        rfm(
          [
            { ...row, customerId: 1 },
            { ...row, customerId: 1 },
          ],
          columns,
        ),
      "customerId",
      "already",
    ],
  ];

  it.each(calls)("%s", (_name, call, field, message) => {
    const { issues } = dataErrorOf(call);
    const issue = issues.find((each) => each.field === field);
    expect(issue, JSON.stringify(issues)).toBeDefined();
    expect(issue?.message).toContain(message);
  });

  it("names all rows that are at fault", () => {
    const error = dataErrorOf(() =>
      rfm([{ ...row, days: Number.NaN }, row, { ...row, money: null as never }], columns),
    );
    expect(error.byCode).toEqual({ invalid_value: 1, missing_value: 1 });
    expect(error.issues.map((issue) => issue.row)).toEqual([0, 2]);
  });
});
