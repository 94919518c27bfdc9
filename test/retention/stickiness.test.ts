import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stickiness } from "../../src/retention/stickiness.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { shortLog } from "../classification/short-log.ts";
import { arbitraryRows } from "../support/arbitrary-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { nameOf, periodsBetween } from "./naive-periods.ts";

const PAIRS = [
  ["week", "day"],
  ["month", "day"],
  ["quarter", "day"],
  ["quarter", "month"],
  ["year", "month"],
  ["year", "quarter"],
] as const;

describe("stickiness", () => {
  it("is the average of the shorter periods ÷ the longer one", () => {
    const log = shortLog(
      ["A", "2025-06-01"],
      ["A", "2025-06-02"],
      ["A", "2025-06-02"],
      ["A", "2025-06-30"],
      ["B", "2025-06-02"],
      ["B", "2025-06-03", -5],
      ["C", "2025-07-01"],
    );
    const [june, ...rest] = stickiness(log, { asOf: "2025-07-30" });
    expect(rest).toEqual([]);
    // Days per customer: 3 and 1, so mean 2 and standard error 1.
    expect(june).toEqual({
      period: "2025-06",
      from: "2025-06-01",
      to: "2025-06-30",
      active: 2,
      innerPeriods: 30,
      averageActive: 4 / 30,
      stickiness: 2 / 30,
      lower: expect.closeTo((2 - 1.959964) / 30, 6),
      upper: expect.closeTo((2 + 1.959964) / 30, 6),
    });
    expect(stickiness(log, { from: "2025-07-05", asOf: "2025-07-31" })).toMatchObject([
      { period: "2025-07", active: 1, stickiness: 1 / 31, lower: null, upper: null },
    ]);
    const year = stickiness(log, { period: "quarter", within: "month", asOf: "2025-12-31" });
    expect(year.map((row) => [row.period, row.active, row.stickiness])).toEqual([
      ["2025-Q2", 2, 1 / 3],
      ["2025-Q3", 1, 1 / 3],
      ["2025-Q4", 0, null],
    ]);
    expect(stickiness(log, { asOf: "2025-06-29" })).toEqual([]);
    expect(stickiness(transactionLog([]), { asOf: "2025-06-29" })).toEqual([]);
  });

  it("agrees with sets of texts", () => {
    fc.assert(
      fc.property(arbitraryRows, fc.constantFrom(...PAIRS), (rows, [period, within]) => {
        const result = stickiness(transactionLog(rows), { period, within });
        const days = rows.map((row) => row.date).sort();
        const [first = "", last = ""] = [days[0], days.at(-1)];
        const over = periodsBetween(first, last, period).filter(({ to }) => to <= last);
        expect(result.map((row) => row.period)).toEqual(over.map(({ name }) => name));
        for (const [at, { from, to }] of over.entries()) {
          const bought = rows.filter((row) => row.amount >= 0 && row.date >= from && row.date <= to);
          const inner = periodsBetween(from, to, within);
          const customers = new Set(bought.map((row) => row.customerId));
          const pairs = new Set(
            bought.map((row) => JSON.stringify([row.customerId, nameOf(row.date, within)])),
          );
          expect(result[at]).toMatchObject({ active: customers.size, innerPeriods: inner.length });
          expect(result[at]?.averageActive).toBe(pairs.size / inner.length);
          const share = customers.size === 0 ? null : pairs.size / customers.size / inner.length;
          expect(result[at]?.stickiness).toBe(share);
          if (share === null) continue;
          expect(share > 0 && share <= 1).toBe(true);
          expect((result[at]?.lower ?? 0) <= share && (result[at]?.upper ?? 1) >= share).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["weeks in a month", { within: "week" }, "within", '"day"'],
    ["years in a year", { period: "year", within: "year" }, "within", '"quarter"'],
    ["parts of a day", { period: "day" }, "period", "no shorter periods"],
    ["an unknown option", { by: "day" }, "options.by", "within"],
    ["from after asOf", { from: "2025-02-02", asOf: "2025-02-01" }, "from", "after asOf"],
  ])("refuses %s", (_what, options, field, words) => {
    const error = dataErrorOf(() => stickiness(shortLog(["A", "2025-01-10"]), options as never));
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });
});
