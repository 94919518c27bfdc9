import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryDay, arbitraryRows } from "../support/arbitrary-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { revenueOf } from "../support/log-contents.ts";

const rows = [
  { customerId: "A", date: "2025-03-14", amount: 10 },
  { customerId: "A", date: "2025-04-09", amount: 20 },
  { customerId: "A", date: "2025-05-21", amount: 25 },
];

describe("summarizeCustomers", () => {
  it("leaves the first purchase out of the monetary value (example of the literature: 22.5)", () => {
    const summaries = summarizeCustomers(transactionLog(rows), { asOf: "2025-06-22" });
    expect(summaries).toEqual({
      unit: "day",
      asOf: "2025-06-22",
      count: "purchase-days",
      rows: [
        {
          customerId: "A",
          frequency: 2,
          recency: 68,
          T: 100,
          monetaryValue: 22.5,
          orders: 3,
          revenue: 55,
          firstPurchase: "2025-03-14",
          lastPurchase: "2025-05-21",
        },
      ],
      withoutPurchase: { customers: 0, revenue: 0 },
    });
  });

  it("has a revenue of exactly 0 where returns cancel all purchases, whatever rounding leaves", () => {
    const amounts = [0.1, 0.2, -0.3];
    expect(amounts.reduce((sum, amount) => sum + amount)).not.toBe(0);
    const log = transactionLog(
      amounts.map((amount, i) => ({ customerId: "A", date: `2025-01-0${i + 1}`, amount })),
    );
    expect(summarizeCustomers(log).rows[0]?.revenue).toBe(0);
    const cent = transactionLog([
      { customerId: "A", date: "2025-01-01", amount: 1e9 },
      { customerId: "A", date: "2025-01-02", amount: -1e9 + 0.01 },
    ]);
    expect(summarizeCustomers(cent).rows[0]?.revenue).toBeCloseTo(0.01, 6);
  });

  it("counts in the unit it is asked for", () => {
    const log = transactionLog(rows);
    const [week] = summarizeCustomers(log, { asOf: "2025-06-20", unit: "week" }).rows;
    expect([week?.recency, week?.T]).toEqual([68 / 7, 14]);
    const [year] = summarizeCustomers(log, { asOf: "2026-03-14", unit: "year" }).rows;
    expect(year?.T).toBe(365 / 365.2425);
  });

  it("looks at nothing after asOf, and ends with the log by default", () => {
    const log = transactionLog(rows);
    expect(summarizeCustomers(log).asOf).toBe("2025-05-21");
    const [customer] = summarizeCustomers(log, { asOf: "2025-05-20" }).rows;
    expect(customer).toMatchObject({ frequency: 1, revenue: 30, lastPurchase: "2025-04-09" });
    expect(summarizeCustomers(log, { asOf: "2025-03-13" }).rows).toEqual([]);
  });

  it("counts purchase days by default and purchases on demand", () => {
    const log = transactionLog([
      { customerId: "A", date: "2025-01-01", amount: 10 },
      { customerId: "A", date: "2025-01-01", amount: 20 },
      { customerId: "A", date: "2025-01-11", amount: 30 },
      { customerId: "A", date: "2025-01-11", amount: 50 },
    ]);
    const [byDay] = summarizeCustomers(log).rows;
    expect(byDay).toMatchObject({ frequency: 1, monetaryValue: 80, orders: 4 });
    const [byPurchase] = summarizeCustomers(log, { count: "purchases" }).rows;
    // three repeats: one of the two of the first day (15 on average), and the later two
    expect(byPurchase).toMatchObject({ frequency: 3, monetaryValue: (15 + 30 + 50) / 3, orders: 4 });
  });

  it("takes a return for no purchase and no sign of life", () => {
    const log = transactionLog([
      { customerId: "A", date: "2025-01-01", amount: -5 },
      { customerId: "A", date: "2025-02-01", amount: 100 },
      { customerId: "A", date: "2025-03-01", amount: 0 },
      { customerId: "A", date: "2025-04-01", amount: -100 },
      { customerId: "B", date: "2025-04-01", amount: -7 },
    ]);
    const summaries = summarizeCustomers(log);
    expect(summaries.rows).toEqual([
      {
        customerId: "A",
        frequency: 1,
        recency: 28,
        T: 59,
        monetaryValue: 0,
        orders: 2,
        revenue: -5,
        firstPurchase: "2025-02-01",
        lastPurchase: "2025-03-01",
      },
    ]);
    expect(summaries.withoutPurchase).toEqual({ customers: 1, revenue: -7 });
  });

  it("adds up margins if the log has them", () => {
    const log = transactionLog(
      rows.map((row) => ({ ...row, db: row.amount / 5 })),
      { margin: "db" },
    );
    expect(summarizeCustomers(log).rows[0]?.margin).toBe(11);
    expect(summarizeCustomers(transactionLog(rows)).rows[0]).not.toHaveProperty("margin");
  });

  it.each([
    [{ unit: "weeks" }, "unit"],
    [{ count: "orders" }, "count"],
    [{ asOf: "31.12.2025" }, "asOf"],
  ])("refuses %o", (options, path) => {
    const error = dataErrorOf(() => summarizeCustomers(transactionLog(rows), options as never));
    expect(error.issues[0]).toMatchObject({ code: "invalid_option", field: path });
  });

  it("agrees with a slow summary made from the definitions, and reconciles with the log", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryDay, (input, asOf) => {
        const log = transactionLog(input);
        const summaries = summarizeCustomers(log, { asOf: isoDate(asOf) });
        const known = input.filter((row) => row.date <= isoDate(asOf));
        for (const row of summaries.rows) {
          const own = known.filter(({ customerId }) => customerId === row.customerId);
          const purchases = own.filter(({ amount }) => amount >= 0);
          const days = [...new Set(purchases.map(({ date }) => date))].sort();
          const repeats = purchases.filter(({ date }) => date !== days[0]);
          expect(row.frequency).toBe(days.length - 1);
          expect(row.orders).toBe(purchases.length);
          expect([row.firstPurchase, row.lastPurchase]).toEqual([days[0], days.at(-1)]);
          expect(row.T).toBe(asOf - Date.parse(days[0] ?? "") / 86_400_000);
          const mean = repeats.reduce((sum, { amount }) => sum + amount, 0) / Math.max(1, days.length - 1);
          expect(row.monetaryValue).toBeCloseTo(mean, 8);
        }
        const buyers = new Set(known.filter(({ amount }) => amount >= 0).map(({ customerId }) => customerId));
        expect(summaries.rows).toHaveLength(buyers.size);
        const revenue = summaries.rows.reduce(
          (sum, row) => sum + row.revenue,
          summaries.withoutPurchase.revenue,
        );
        expect(revenue).toBeCloseTo(
          known.reduce((sum, { amount }) => sum + amount, 0),
          6,
        );
        if (known.length === input.length) expect(revenue).toBeCloseTo(revenueOf(log), 6);
      }),
    );
  });
});
