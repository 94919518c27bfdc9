import { describe, expect, it } from "vitest";
import { periodMovements } from "../../src/retention/period-movements.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { shortLog } from "../classification/short-log.ts";
import facts from "../reference/vendor-cohorts.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";

describe("movements of a period", () => {
  it(`agree with ${facts.movements.source}`, () => {
    const { before, now, movements } = facts.movements;
    const log = transactionLog([
      ...before.map((customerId) => ({ customerId, date: "2023-06-01", amount: 1 })),
      ...now.map((customerId) => ({ customerId, date: "2024-06-01", amount: 1 })),
    ]);
    const { rows, period } = periodMovements(log, { period: "year", asOf: "2024-12-31" });
    expect(period).toBe("2024");
    expect(Object.fromEntries(rows.map((row) => [row.customerId, row.movement]))).toEqual(movements);
  });

  const log = shortLog(
    ["back", "2024-01-10", 5],
    ["back", "2024-03-10", 6],
    ["credit", "2024-01-10", 7],
    ["credit", "2024-02-10", -7],
    ["credited", "2024-01-10", 8],
    ["credited", "2024-03-11", -2],
    ["gone", "2024-01-10", 9],
    ["later", "2024-04-01", 9],
  );

  it("list who is active at the start or the end, and whose credit notes count", () => {
    expect(periodMovements(log, { at: "2024-03-31" })).toEqual({
      period: "2024-03",
      from: "2024-03-01",
      to: "2024-03-31",
      activeWindow: null,
      asOf: "2024-04-01",
      rows: [
        { customerId: "back", movement: "returned", revenueBefore: 0, revenueNow: 6 },
        { customerId: "credit", movement: "inactive", revenueBefore: -7, revenueNow: 0 },
        { customerId: "credited", movement: "inactive", revenueBefore: 0, revenueNow: -2 },
      ],
    });
  });

  it("take the last period that is over, and the window that is said", () => {
    expect(periodMovements(log).period).toBe("2024-03");
    expect(periodMovements(log, { asOf: "2024-04-30" }).rows.at(-1)).toMatchObject({ movement: "new" });
    const windowed = periodMovements(log, { at: "2024-02-01", activeWindow: { days: 60 } });
    expect(windowed.rows.map(({ movement }) => movement)).toEqual(["kept", "kept", "kept", "kept"]);
    expect(windowed.rows[1]).toMatchObject({ revenueBefore: 7, revenueNow: 0 });
  });

  it.each([
    ["a period that is not over", { at: "2024-04-01" }, "at", "not over by 2024-04-01"],
    ["a day that is none", { at: "heute" }, "at", "date"],
    ["an unknown option", { from: "2024-01-01" }, "options.from", "at"],
    ["a misspelt period", { period: "mon" }, "period", '"month"'],
  ])("refuse %s", (_what, options, field, words) => {
    const error = dataErrorOf(() => periodMovements(log, options as never));
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });

  it("refuse what is no log", () => {
    expect(dataErrorOf(() => periodMovements({} as never)).message).toContain("transactionLog");
  });
});
