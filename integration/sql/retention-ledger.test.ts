import { expect, it } from "vitest";
import { retentionLedger } from "../../src/retention/retention-ledger.ts";
import { type RetentionLedgerSqlOptions, retentionLedgerSql } from "../../src/sql/retention-ledger-sql.ts";
import { describeAnalyses, type LoadedBase } from "./support/describe-analyses.ts";
import { expectCells } from "./support/expect-cells.ts";

type Shared = Omit<RetentionLedgerSqlOptions, "asOf">;

async function agrees({ source, rows, log, asOf }: LoadedBase, options: Shared): Promise<void> {
  const found = await rows(retentionLedgerSql(source, { asOf, ...options }));
  const wanted = retentionLedger(log, { asOf, ...options }).rows;
  expect(wanted.length).toBeGreaterThan(0);
  expectCells(
    found,
    wanted.map((row) => ({
      period: row.period,
      period_from: row.from,
      period_to: row.to,
      start_customers: row.start,
      new_customers: row.new,
      kept_customers: row.kept,
      returned_customers: row.returned,
      lost_customers: row.lost,
      end_customers: row.end,
      inactive_customers: row.inactive,
      retention_rate: row.retentionRate,
      churn_rate: row.churnRate,
      reactivation_rate: row.reactivationRate,
      buyers: row.buyers,
      repeat_buyers: row.repeatBuyers,
      repeat_purchase_rate: row.repeatPurchaseRate,
      start_revenue: row.revenue.start,
      new_revenue: row.revenue.new,
      returned_revenue: row.revenue.returned,
      expansion: row.revenue.expansion,
      contraction: row.revenue.contraction,
      lost_revenue: row.revenue.lost,
      adjustment: row.revenue.adjustment,
      end_revenue: row.revenue.end,
      net_retention_rate: row.revenue.netRetentionRate,
      gross_retention_rate: row.revenue.grossRetentionRate,
    })),
  );
}

describeAnalyses((base) => {
  it("books months", () => agrees(base(), { from: base().from }));

  it("books quarters with a window of five months", () =>
    agrees(base(), { from: base().from, period: "quarter", activeWindow: { months: 5 } }));

  it("books weeks with a window of three days, and purchase days", () =>
    agrees(base(), { from: base().from, period: "week", activeWindow: { days: 3 }, count: "purchase-days" }));

  it("begins no earlier than the log", () => agrees(base(), { from: "1996-07-05", period: "quarter" }));

  it.each([undefined, { weeks: 11 }])("books periods of one's own, active within %j", (activeWindow) => {
    const { log, asOf } = base();
    const year = Number(asOf.slice(0, 4));
    const boundaries = [
      `${year - 1}-11-07`,
      `${year}-02-20`,
      `${year}-03-03`,
      `${year}-06-11`,
      `${year + 3}-01-01`,
    ];
    expect(log.from).not.toBeNull();
    return agrees(base(), { boundaries, ...(activeWindow === undefined ? {} : { activeWindow }) });
  });

  it("has no row where no period is over", async () => {
    const { source, rows, asOf } = base();
    const query = retentionLedgerSql(source, { from: asOf, asOf, period: "year" });
    expect(await rows(query)).toEqual([]);
  });
});
