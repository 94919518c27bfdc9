import { describe, expect, it } from "vitest";
import { retentionLedger } from "../../src/retention/retention-ledger.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { shortLog } from "../classification/short-log.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { inMachineZone, MACHINE_ZONES } from "../support/time-zones.ts";

const log = shortLog(
  ["kept", "2024-02-01", 100],
  ["kept", "2025-03-01", 130],
  ["shrunk", "2024-02-01", 100],
  ["shrunk", "2025-03-01", 60],
  ["lost", "2024-05-01", 40],
  ["lost", "2025-01-07", -15],
  ["back", "2023-05-01", 70],
  ["back", "2025-06-01", 50],
  ["new", "2025-12-31", 25],
  ["credit", "2022-12-31", 99],
  ["credit", "2025-01-08", -9],
);

describe("the retention ledger", () => {
  it("books every customer where he belongs", () => {
    const { rows } = retentionLedger(log, { period: "year" });
    expect(rows.map(({ period }) => period)).toEqual(["2022", "2023", "2024", "2025"]);
    expect(rows[3]).toEqual({
      period: "2025",
      from: "2025-01-01",
      to: "2025-12-31",
      start: 3,
      new: 1,
      kept: 2,
      returned: 1,
      lost: 1,
      end: 4,
      inactive: 2,
      retentionRate: 1 - 1 / 3,
      retentionLower: expect.closeTo(0.2076596, 7),
      retentionUpper: expect.closeTo(0.9385081, 7),
      churnRate: 1 / 3,
      churnLower: expect.closeTo(0.0614919, 7),
      churnUpper: expect.closeTo(0.7923404, 7),
      meanDuration: 3,
      fluctuationRatio: 1,
      reactivationRate: 0.5,
      reactivationLower: expect.closeTo(0.0945, 4),
      reactivationUpper: expect.closeTo(0.9055, 4),
      buyers: 4,
      repeatBuyers: 0,
      repeatPurchaseRate: 0,
      repeatPurchaseLower: 0,
      repeatPurchaseUpper: expect.closeTo(0.4899, 4),
      revenue: {
        start: 240,
        new: 25,
        returned: 50,
        expansion: 30,
        contraction: 40,
        lost: 40,
        adjustment: -24,
        end: 241,
        netRetentionRate: 190 / 240,
        grossRetentionRate: 160 / 240,
      },
    });
  });

  it("does not call those kept who had gone and came back", () => {
    const row = retentionLedger(log, { period: "year" }).rows[3];
    // (end − new) ÷ start would be 1.
    expect(((row?.end ?? 0) - (row?.new ?? 0)) / (row?.start ?? 0)).toBe(1);
    expect(row?.retentionRate).toBeCloseTo(2 / 3, 12);
  });

  it("keeps customers active as long as the window says", () => {
    const { rows, activeWindow } = retentionLedger(log, { period: "year", activeWindow: { months: 24 } });
    expect(activeWindow).toEqual({ months: 24 });
    expect(
      rows.map(({ start, new: fresh, returned, lost, end }) => [start, fresh, returned, lost, end]),
    ).toEqual([
      [0, 1, 0, 0, 1],
      [1, 1, 0, 0, 2],
      [2, 3, 0, 1, 4],
      [4, 1, 0, 0, 5],
    ]);
  });

  it("loses no cent to sums that come and go", () => {
    const rows = [
      ...Array.from({ length: 1000 }, (_, i) => ({ customerId: i, date: "2025-01-05", amount: 0.1 })),
      { customerId: "big", date: "2025-01-07", amount: 1e15 },
      { customerId: "small", date: "2025-03-07", amount: 0.01 },
    ];
    const ledger = retentionLedger(transactionLog(rows), { asOf: "2025-04-30" });
    expect(ledger.rows.map(({ revenue }) => revenue.end)).toEqual([1e15 + 100, 0, 0.01, 0]);
    expect(ledger.rows[1]?.revenue).toMatchObject({ lost: 1e15 + 100, netRetentionRate: 0 });
  });

  it("has rows for periods that are over, from the one of `from`, with all that came before", () => {
    const { rows } = retentionLedger(log, { period: "quarter", from: "2025-05-17", asOf: "2025-12-30" });
    expect(rows.map(({ period }) => period)).toEqual(["2025-Q2", "2025-Q3"]);
    expect(rows[0]).toMatchObject({ start: 2, returned: 1, lost: 2, end: 1 });
    const whole = retentionLedger(log, { period: "quarter", asOf: "2025-12-30" }).rows;
    expect(rows).toEqual(whole.slice(-2));
  });

  it("gives null where there is nothing to divide by", () => {
    const [first] = retentionLedger(shortLog(["A", "2025-01-10"]), { asOf: "2025-01-31" }).rows;
    expect(first).toMatchObject({ start: 0, retentionRate: null, churnRate: null, meanDuration: null });
    expect(first).toMatchObject({ fluctuationRatio: null, reactivationRate: null, repeatPurchaseRate: 0 });
    expect(first?.revenue).toMatchObject({ netRetentionRate: null, grossRetentionRate: null });
  });

  it("does not depend on the zone of the machine", () => {
    const rows = simulateTransactions({ customers: 200, from: "2024-01-01", until: "2025-03-31", seed: 5 });
    const results = MACHINE_ZONES.map((zone) =>
      inMachineZone(zone, () => {
        const dated = rows.map((row) => ({ ...row, date: new Date(`${row.date}T23:30:00Z`) }));
        return JSON.stringify(retentionLedger(transactionLog(dated), { activeWindow: { months: 3 } }));
      }),
    );
    expect(new Set(results).size).toBe(1);
  });
});

describe("warnings of the ledger", () => {
  const warned = (...args: Parameters<typeof retentionLedger>) => retentionLedger(...args).warnings;

  it("name the rows that reach back before the log", () => {
    const [first, ...rest] = warned(log, { period: "year", asOf: "2025-12-31" });
    expect(first?.code).toBe("left-censored");
    expect(first?.message).toContain("up to 2023");
    expect(rest).toEqual([]);
    expect(warned(log, { period: "year", from: "2024-06-01" })).toEqual([]);
    expect(warned(log, { period: "year", activeWindow: { years: 5 } })[0]?.message).toContain("up to 2025");
  });

  it("tell of periods that the log does not reach, and of no rows at all", () => {
    const late = warned(log, { from: "2025-12-01", asOf: "2026-02-28" });
    expect(late.map(({ code }) => code)).toEqual(["after-log-end"]);
    expect(late[0]?.message).toContain("from 2026-01 on");
    expect(warned(log, { asOf: "2020-01-01" }).map(({ code }) => code)).toEqual(["no-purchase"]);
    expect(warned(transactionLog([]), { asOf: "2020-01-01" }).map(({ code }) => code)).toEqual([
      "no-purchase",
    ]);
    const running = retentionLedger(shortLog(["A", "2025-01-10"]));
    expect(running.rows).toEqual([]);
    expect(running.warnings.map(({ code }) => code)).toEqual(["no-complete-period"]);
  });
});

describe("the ledger refuses", () => {
  it.each([
    ["a misspelt period", { period: "monthly" }, "period", '"month"'],
    ["an unknown option", { window: { months: 3 } }, "options.window", "activeWindow"],
    ["a window that is none", { activeWindow: 90 }, "activeWindow", "{ months: 12 }"],
    ["a window of nothing", { activeWindow: { months: 0 } }, "activeWindow", "empty"],
    ["a misspelt count", { count: "days" }, "count", '"purchase-days"'],
    ["a level of 1", { level: 1 }, "level", "at most"],
    [
      "own periods out of order",
      { boundaries: ["2024-01-01", "2025-01-01", "2024-06-01"] },
      "boundaries[2]",
      "in order",
    ],
    ["an own period alone", { boundaries: ["2024-01-01", "2025-01-01"] }, "boundaries", "at least three"],
    ["a number of own periods", { boundaries: 3 }, "boundaries", "first day of each"],
    ["a day that is none", { boundaries: ["2024-01-01", "x", "2025-01-01"] }, "boundaries[1]", "no date"],
    [
      "own periods and those of the calendar",
      { boundaries: ["2024-01-01", "2024-05-01", "2025-01-01"], period: "month" },
      "period",
      "leave this out",
    ],
    ["from after asOf", { from: "2025-06-01", asOf: "2025-05-31" }, "from", "after asOf, 2025-05-31"],
  ])("%s", (_what, options, field, words) => {
    const error = dataErrorOf(() => retentionLedger(log, options as never));
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });

  it("what is no log", () => {
    expect(dataErrorOf(() => retentionLedger([] as never)).message).toContain("transactionLog");
  });

  it("more rows than anybody reads", () => {
    const typo = shortLog(["A", "0001-01-01"], ["B", "2025-01-10"]);
    expect(dataErrorOf(() => retentionLedger(typo, { period: "day" })).message).toContain("later from");
    expect(retentionLedger(typo, { period: "day", from: "2025-01-09" }).rows).toHaveLength(2);
  });
});
