import { expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { concentrationRisk } from "../../src/pareto/concentration-risk.ts";
import { customerPortfolio } from "../../src/pareto/customer-portfolio.ts";
import { keyAccountMovements } from "../../src/pareto/key-account-movements.ts";
import { keyAccounts } from "../../src/pareto/key-accounts.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import reference from "../reference/key-accounts.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";

interface Customer {
  readonly customerId: string;
  readonly revenue: number;
  readonly orders: number;
  readonly silence: number;
}

/** What a base must come to, counted in exact fractions. */
function agrees(rows: readonly Pick<Customer, "customerId" | "revenue">[], base: typeof reference.northwind) {
  for (const { share, keyAccounts: count, value } of base.keyAccounts) {
    const { rows: all, summary } = keyAccounts(rows, "revenue", { share });
    expect(summary).toMatchObject({ customers: base.customers, keyAccounts: count });
    expect(relativeError(summary.value, base.value)).toBeLessThan(1e-14);
    expect(relativeError(summary.keyAccountValue, value)).toBeLessThan(1e-14);
    expect(all.slice(0, 10).map(({ customerId }) => customerId)).toEqual(base.largest.map(([id]) => id));
    for (const [at, [, largest]] of base.largest.entries()) {
      expect(relativeError(all[at]?.value ?? 0, Number(largest))).toBeLessThan(1e-13);
    }
  }
  const { concentration, top, disclosure } = concentrationRisk(rows, "revenue");
  expect(relativeError(concentration.hhi ?? 0, base.hhi)).toBeLessThan(1e-13);
  expect(relativeError(concentration.numbersEquivalent ?? 0, base.numbersEquivalent)).toBeLessThan(1e-13);
  expect(concentration.band).toBe("low");
  expect(disclosure.customers).toEqual([]);
  for (const [at, { top: n, value, share }] of base.top.entries()) {
    expect(top[at]?.top).toBe(n);
    expect(relativeError(top[at]?.value ?? 0, value)).toBeLessThan(1e-13);
    expect(relativeError(top[at]?.share ?? 0, share)).toBeLessThan(1e-13);
  }
}

describeWithData("key accounts of Northwind", "northwind/order-details.csv", (path) => {
  const orders = csvRows<"orderID" | "customerID" | "orderDate">(new URL("orders.csv", path));
  const details = csvRows<"orderID" | "unitPrice" | "quantity" | "discount">(path);
  const orderOf = new Map(orders.map((order) => [order.orderID, order]));
  const between = (from: string, to: string) =>
    transactionLog(
      details.filter(({ orderID }) => {
        const day = orderOf.get(orderID)?.orderDate ?? "";
        return from < day && day <= to;
      }),
      {
        customer: ({ orderID }) => orderOf.get(orderID)?.customerID,
        date: ({ orderID }) => orderOf.get(orderID)?.orderDate,
        amount: ({ unitPrice, quantity, discount }) =>
          Number(unitPrice) * Number(quantity) * (1 - Number(discount)),
        order: "orderID",
      },
    );
  const log = between("", "1998-05-06");
  const { northwind } = reference;
  const counts = new Map<string, number>();
  for (const { customerID } of orders) counts.set(customerID, (counts.get(customerID) ?? 0) + 1);
  const customers = summarizeCustomers(log, { unit: "day" }).rows.map(
    ({ customerId, revenue, recency, T }): Customer => ({
      customerId: String(customerId),
      revenue,
      orders: counts.get(String(customerId)) ?? 0,
      silence: T - recency,
    }),
  );

  it("bring what was counted", () => {
    agrees(customers, northwind);
  });

  it("have the scores that SciPy finds", () => {
    const scored = keyAccounts(customers, "revenue", {
      criteria: [
        { name: "revenue", value: "revenue", weight: 3 },
        { name: "orders", value: "orders", weight: 2, normalise: "rank" },
        { name: "silence", value: "silence", weight: 1, direction: "lower", normalise: "rank" },
      ],
    });
    const z = keyAccounts(customers, "revenue", {
      criteria: [
        { name: "revenue", value: "revenue", normalise: "z" },
        { name: "orders", value: "orders", normalise: "z" },
        { name: "silence", value: "silence", direction: "lower", normalise: "z" },
      ],
    });
    for (const [result, { top }] of [
      [scored, northwind.scored],
      [z, northwind.zScored],
    ] as const) {
      expect(result.rows.slice(0, top.length).map(({ customerId }) => customerId)).toEqual(
        top.map(([id]) => id),
      );
      for (const [at, [, score]] of top.entries()) {
        // Scores are rounded to 12 decimals.
        expect(Math.abs((result.rows[at]?.score ?? 0) - Number(score))).toBeLessThan(6e-13);
      }
    }
  });

  it("lie in the fields that were counted", () => {
    const { fields, limits } = customerPortfolio(customers, {
      attractiveness: "revenue",
      position: "orders",
      value: "revenue",
    });
    expect(relativeError(limits.attractiveness ?? 0, northwind.portfolio.limits[0] ?? 0)).toBeLessThan(1e-13);
    expect(limits.position).toBe(northwind.portfolio.limits[1]);
    for (const { field, customers: count, value } of fields) {
      expect(count).toBe(northwind.portfolio.customers[field]);
      expect(relativeError(value ?? 0, northwind.portfolio.value[field])).toBeLessThan(1e-13);
    }
  });

  it("move from one year to the next as was counted", () => {
    const { before, now, moved, values } = northwind.movements;
    const [then, next] = [between("1996-05-06", "1997-05-06"), between("1997-05-06", "1998-05-06")].map(
      (year) => keyAccounts(summarizeCustomers(year).rows, "revenue"),
    );
    if (then === undefined || next === undefined) throw new Error("two years");
    expect([then.summary.customers, next.summary.customers]).toEqual([before.customers, now.customers]);
    const result = keyAccountMovements(then, next);
    const rows = result.rows.map(({ customerId, movement, rankBefore, rankNow }) => [
      customerId,
      movement,
      rankBefore,
      rankNow,
    ]);
    expect(rows.sort()).toEqual(moved);
    expect(result.counts).toEqual({ before: 12, new: 6, lost: 7, risen: 2, fallen: 2, kept: 1, now: 11 });
    for (const name of ["before", "lost", "new", "now"] as const) {
      expect(relativeError(result.values[name], values[name])).toBeLessThan(1e-13);
    }
  });
});

describeWithData("key accounts of Online Retail", "online_retail/online_retail.csv.gz", (path) => {
  it("bring what was counted, net of returns", () => {
    const totals = new Map<string, number>();
    for (const { CustomerID, Quantity, UnitPrice } of csvRows<"CustomerID" | "Quantity" | "UnitPrice">(
      path,
    )) {
      if (CustomerID === "") continue;
      totals.set(CustomerID, (totals.get(CustomerID) ?? 0) + Number(Quantity) * Number(UnitPrice));
    }
    const customers = Array.from(totals, ([customerId, revenue]) => ({
      customerId,
      // Prices have up to 3 decimals.
      revenue: Math.round(revenue * 1000) / 1000,
    }));
    agrees(customers, reference.online_retail as never);
    const { warnings } = keyAccounts(customers, "revenue");
    expect(warnings).toMatchObject([
      { code: "negative-values", customers: reference.online_retail.negative },
    ]);
  });
});
