import { describe, expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const base = { customers: 300, from: "2024-01-01", until: "2025-12-31", seed: 5 } as const;

describe("simulateTransactions", () => {
  it("repeats with the seed", () => {
    expect(simulateTransactions(base)).toEqual(simulateTransactions(base));
    expect(simulateTransactions({ ...base, seed: 6 })).not.toEqual(simulateTransactions(base));
  });

  it("stays within its period, and lets everybody join in time", () => {
    const rows = simulateTransactions({ ...base, joinUntil: "2024-03-31" });
    expect(rows.every(({ date, amount }) => date >= "2024-01-01" && date <= "2025-12-31" && amount > 0)).toBe(
      true,
    );
    const { rows: customers } = summarizeCustomers(transactionLog(rows));
    expect(customers).toHaveLength(300);
    expect(customers.every(({ firstPurchase }) => firstPurchase <= "2024-03-31")).toBe(true);
  });

  it("writes amounts in whole cents", () => {
    for (const { amount } of simulateTransactions(base)) expect(Math.round(amount * 100) / 100).toBe(amount);
  });

  it("spends and buys as often as the models say", () => {
    // E[X(t)] = ∫ of the process; with a tiny dropout it is the Poisson mean r/α · t.
    const purchases = { r: 4, alpha: 8, a: 1e-3, b: 1e3 };
    const spend = { p: 6, q: 4, gamma: 15 };
    const rows = simulateTransactions({
      ...base,
      customers: 2000,
      purchases,
      spend,
      joinUntil: "2024-01-01",
    });
    const weeks = 731 / 7;
    const perCustomer = rows.length / 2000 - 1;
    const expected = (purchases.r / purchases.alpha) * (weeks - 0.5 / 7);
    const sd = Math.sqrt((purchases.r * weeks ** 2) / purchases.alpha ** 2 + expected);
    expect(Math.abs(perCustomer - expected)).toBeLessThan((5 * sd) / Math.sqrt(2000));
    const mean = rows.reduce((sum, { amount }) => sum + amount, 0) / rows.length;
    // p γ ÷ (q − 1) = 30; customers' means spread with sd 30 ÷ √2
    expect(Math.abs(mean - 30)).toBeLessThan((5 * 30) / Math.sqrt(2 * 2000) + 0.2);
  });

  it.each([
    [{ customers: -1 }, "customers"],
    [{ customers: 1.5 }, "customers"],
    [{ seed: 0.5 }, "seed"],
    [{ until: "2023-12-31" }, "until"],
    [{ joinUntil: "2026-01-01" }, "joinUntil"],
    [{ from: "2024-02-30" }, "from"],
    [{ unit: "fortnight" }, "unit"],
    [{ purchases: { r: 0, alpha: 1, a: 1, b: 1 } }, "purchases.r"],
    [{ spend: { p: 1, q: Number.NaN, gamma: 1 } }, "spend.q"],
  ])("refuses %o", (wrong, path) => {
    const error = dataErrorOf(() => simulateTransactions({ ...base, ...wrong } as never));
    expect(error.issues[0]?.field).toBe(path);
  });
});
