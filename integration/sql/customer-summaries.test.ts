import { expect, it } from "vitest";
import type { PurchaseCount } from "../../src/customers/customer-summaries.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import type { WithoutPurchaseRow } from "../../src/sql/customer-summaries-from-rows.ts";
import {
  type CustomerSummaryRow,
  customerSummariesFromRows,
} from "../../src/sql/customer-summaries-from-rows.ts";
import { customerSummariesSql } from "../../src/sql/customer-summaries-sql.ts";
import { withoutPurchaseSql } from "../../src/sql/without-purchase-sql.ts";
import { describeAnalyses } from "./support/describe-analyses.ts";
import { expectCells } from "./support/expect-cells.ts";

const COUNTS: readonly PurchaseCount[] = ["purchase-days", "purchases"];

describeAnalyses((base) => {
  it.each(COUNTS)("summarises each customer as the library does, counting %s", async (count) => {
    const { source, rows, log, asOf } = base();
    const found = await rows(customerSummariesSql(source, { asOf, count }));
    const wanted = new Map(
      summarizeCustomers(log, { asOf, count }).rows.map((row) => [String(row.customerId), row]),
    );
    expect(found.length).toBeGreaterThan(800);
    expect(found.length).toBe(wanted.size);
    expectCells(
      found,
      found.map((row) => {
        const customer = wanted.get(String(row["customer_id"]));
        if (customer === undefined) throw new Error(`${String(row["customer_id"])} is no customer`);
        return {
          frequency: customer.frequency,
          recency_days: customer.recency,
          age_days: customer.T,
          monetary_value: customer.monetaryValue,
          orders: customer.orders,
          revenue: customer.revenue,
          ...(customer.margin === undefined ? {} : { margin: customer.margin }),
          first_purchase: customer.firstPurchase,
          last_purchase: customer.lastPurchase,
        };
      }),
    );
    // Where returns cancel, nothing is left.
    const cancelled = found.filter((row) => wanted.get(String(row["customer_id"]))?.revenue === 0);
    expect(cancelled.every((row) => row["revenue"] === 0)).toBe(true);
  });

  it("looks at nothing that came after its day", async () => {
    const { source, rows, log, from: asOf } = base();
    const found = await rows(customerSummariesSql(source, { asOf }));
    expect(found.length).toBeGreaterThan(10);
    const wanted = summarizeCustomers(log, { asOf });
    expect(found.length).toBe(wanted.rows.length);
    const total = found.reduce((sum, row) => sum + Number(row["orders"]), 0);
    expect(total).toBe(wanted.rows.reduce((sum, row) => sum + row.orders, 0));
  });

  it.each(["day", "week", "month"] as const)("reads rows back into summaries in %ss", async (unit) => {
    const { source, rows, log, asOf } = base();
    const found = await rows(customerSummariesSql(source, { asOf }));
    const [strangers] = await rows(withoutPurchaseSql(source, { asOf }));
    const read = customerSummariesFromRows(found as unknown as CustomerSummaryRow[], {
      asOf,
      unit,
      withoutPurchase: strangers as unknown as WithoutPurchaseRow,
    });
    const wanted = summarizeCustomers(log, { asOf, unit });
    expect({ ...read, rows: [] }).toEqual({
      ...wanted,
      rows: [],
      withoutPurchase: {
        customers: wanted.withoutPurchase.customers,
        revenue: expect.closeTo(wanted.withoutPurchase.revenue, 9),
      },
    });
    const byId = new Map(read.rows.map((row) => [row.customerId, row]));
    expect(byId.size).toBe(wanted.rows.length);
    const differing = wanted.rows.filter((row) => {
      const other = byId.get(row.customerId);
      return (
        other === undefined ||
        other.recency !== row.recency ||
        other.T !== row.T ||
        other.firstPurchase !== row.firstPurchase ||
        other.lastPurchase !== row.lastPurchase
      );
    });
    expect(differing.slice(0, 3)).toEqual([]);
  });
});
