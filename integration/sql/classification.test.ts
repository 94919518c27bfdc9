import { expect, it } from "vitest";
import { activeCustomers } from "../../src/classification/active-customers.ts";
import { classifyCustomers } from "../../src/classification/classify-customers.ts";
import { activeCustomersSql } from "../../src/sql/active-customers-sql.ts";
import { classCountsSql } from "../../src/sql/class-counts-sql.ts";
import type { ClassificationSqlOptions } from "../../src/sql/classification-plan.ts";
import { classificationSql } from "../../src/sql/classification-sql.ts";
import { describeAnalyses, type LoadedBase } from "./support/describe-analyses.ts";
import { expectCells } from "./support/expect-cells.ts";

type Shared = Omit<ClassificationSqlOptions, "asOf">;

async function agrees({ source, rows, log, asOf }: LoadedBase, options: Shared): Promise<void> {
  const { rows: wanted, classes } = classifyCustomers(log, { asOf, ...options });
  expect(wanted.length).toBeGreaterThan(500);
  const found = await rows(classificationSql(source, { asOf, ...options }));
  const rowOf = new Map(found.map((row) => [row["customer_id"], row]));
  expect(rowOf.size).toBe(found.length);
  expect(found.length).toBe(wanted.length);
  expectCells(
    wanted.map(({ customerId }) => rowOf.get(customerId) ?? {}),
    wanted.map((row) => ({
      customer_id: row.customerId,
      customer_class: row.class,
      reason: row.reason,
      sub_reason: row.subReason,
      first_purchase: row.firstPurchase,
      last_purchase: row.lastPurchase,
      purchases: row.purchases,
      purchases_in_window: row.purchasesInWindow,
      silence_days: row.silenceDays,
      usual_gap: row.usualGap,
      usual_gap_of: row.usualGapOf,
      revenue: row.revenue,
      revenue_in_window: row.revenueInWindow,
      revenue_before: row.revenueBefore,
      back_on: row.backOn,
      back_after_days: row.backAfterDays,
    })),
  );
  expectCells(
    await rows(classCountsSql(source, { asOf, ...options })),
    classes.map((row) => ({
      customer_class: row.class,
      customers: row.customers,
      share_of_customers: row.shareOfCustomers,
      revenue: row.revenue,
      share_of_revenue: row.shareOfRevenue,
    })),
  );
  const { active, buyers, share } = activeCustomers(log, { asOf, ...options });
  expectCells(await rows(activeCustomersSql(source, { asOf, ...options })), [
    { active_customers: active, buyers, share },
  ]);
}

describeAnalyses((base) => {
  it("classifies as classifyCustomers does", () => agrees(base(), {}));

  it("keeps to short windows, in which many come back", () =>
    agrees(base(), {
      activeWindow: { months: 2 },
      newWithin: { days: 45 },
      lostAfter: { weeks: 40 },
      regularOrders: 2,
      count: "purchase-days",
    }));

  it("keeps to limits of decline and lateness", () =>
    agrees(base(), {
      activeWindow: { months: 5, days: 3 },
      newWithin: { weeks: 6 },
      lostAfter: { months: 9 },
      overdueFactor: 3.5,
      declineRatio: 0.9,
    }));
});
