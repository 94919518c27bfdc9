import { describe, expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const one = (amount: number, date = "2025-01-01") => [{ customerId: "A", date, amount }];

describe("hostile input", () => {
  it("keeps ids that are names of built-ins", () => {
    const ids = [
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      "👩‍👩‍👧",
      "x".repeat(10_000),
      "\u0000",
      " ",
    ];
    const log = transactionLog(ids.map((customerId) => ({ customerId, date: "2025-01-01", amount: 1 })));
    expect(log.customerIds).toEqual(ids);
    const { rows } = summarizeCustomers(log);
    expect(rows.map((row) => row.customerId)).toEqual(ids);
    expect(rows.every((row) => row.orders === 1)).toBe(true);
  });

  it("calls an empty id missing", () => {
    const rows = [{ customerId: "", date: "2025-01-01", amount: 1 }];
    expect(dataErrorOf(() => transactionLog(rows)).byCode).toEqual({ missing_customer: 1 });
  });

  it("takes -0 for a purchase of 0", () => {
    const log = transactionLog(one(-0));
    expect(Object.is(log.amounts[0], 0)).toBe(true);
    expect(log.returns.transactions).toBe(0);
  });

  it.each([1e308, 5e-324])("keeps an amount of %s as it is", (amount) => {
    const [row] = summarizeCustomers(transactionLog([...one(amount), ...one(amount / 4, "2025-02-01")])).rows;
    expect(row).toMatchObject({ frequency: 1, monetaryValue: amount / 4, revenue: amount + amount / 4 });
  });

  it("has no customers when there are no rows", () => {
    const log = transactionLog([]);
    expect(log).toMatchObject({ customerIds: [], rows: 0, from: null, until: null });
    expect(summarizeCustomers(log, { asOf: "2025-01-01" }).rows).toEqual([]);
    expect(dataErrorOf(() => summarizeCustomers(log)).issues[0]).toMatchObject({ field: "asOf" });
  });

  it("sums up all rows of one day as one purchase day", () => {
    const log = transactionLog([...one(1), ...one(2), ...one(4)]);
    expect(summarizeCustomers(log).rows[0]).toMatchObject({
      frequency: 0,
      recency: 0,
      T: 0,
      monetaryValue: 0,
      orders: 3,
      revenue: 7,
    });
  });

  it("sorts a customer with 100,000 purchases", () => {
    const days = 3000;
    const rows = Array.from({ length: 100_000 }, (_, i) => ({
      customerId: 1,
      date: ((i * 7919) % days) * 86_400_000,
      amount: (i * 31) % 97,
    }));
    const [row] = summarizeCustomers(transactionLog(rows)).rows;
    const revenue = rows.reduce((sum, { amount }) => sum + amount, 0);
    expect(row).toMatchObject({ orders: 100_000, frequency: days - 1, recency: days - 1, revenue });
  });

  it("counts days before 1970", () => {
    const log = transactionLog([...one(1, "1899-12-31"), ...one(2, "1900-03-01")]);
    expect(summarizeCustomers(log).rows[0]).toMatchObject({ recency: 60, firstPurchase: "1899-12-31" });
  });
});
