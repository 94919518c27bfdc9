import type { CustomerBaseAudit, Reconciliation } from "clientele";
import { count, money, percent, table } from "../segmentation/table.ts";

/** The key tables of an audit, view by view, and whether all of it adds up to the log. */
export function auditReport(name: string, audit: CustomerBaseAudit): string {
  const { asOf, totals, current, previous } = audit;
  return [
    `${name}, as of ${asOf}: ${count(totals.customers)} customers who bought, revenue ${money(totals.revenue)}`,
    `Current period ${current?.period ?? "none"}, compared with ${previous?.period ?? "none"}`,
    "",
    ...deciles(audit),
    ...bridge(audit),
    ...cohort(audit),
    ...whole(audit),
    "Set against the log",
    ...reconciliation(audit.reconciliation),
  ].join("\n");
}

function deciles({ differences }: CustomerBaseAudit): string[] {
  if (differences === null) return [];
  const rows = differences.deciles.map(({ decile, customers, orders, revenue, shareOfRevenue }) => [
    String(decile),
    count(customers),
    count(orders),
    money(revenue),
    percent(shareOfRevenue),
  ]);
  const title = `Tenths of the customers of ${differences.period.period}`;
  return [title, ...table(["decile", "customers", "orders", "revenue", "share"], rows), ""];
}

function bridge({ change }: CustomerBaseAudit): string[] {
  if (change === null) return [];
  const { previous, current, revenueBefore, revenueNow, steps } = change.bridge;
  const rows = [
    [previous.period, count(change.bridge.customersBefore), money(revenueBefore)],
    ...Object.entries(steps).map(([step, { customers, change: moved }]) => [
      step,
      count(customers),
      money(moved),
    ]),
    [current.period, count(change.bridge.customersNow), money(revenueNow)],
  ];
  return ["Revenue bridge", ...table(["step", "customers", "revenue"], rows), ""];
}

function cohort({ cohort: course }: CustomerBaseAudit): string[] {
  if (course === null) return [];
  const rows = course.ages.map(({ period, complete, active, activeShare, revenue, ...age }) => [
    complete ? period : `${period} (not over)`,
    count(active),
    percent(activeShare),
    money(revenue),
    money(age.cumulativeRevenuePerCustomer),
  ]);
  const title = `Cohort ${course.cohort.period}: ${count(course.size)} customers`;
  return [title, ...table(["period", "active", "share", "revenue", "per customer so far"], rows), ""];
}

function whole({ whole: { periods, cohorts, revenue } }: CustomerBaseAudit): string[] {
  const rows = periods.map(({ period, beforeFirstPurchase, ...row }, at) => [
    period.complete ? period.period : `${period.period} (not over)`,
    ...(revenue[at] ?? []).map(money),
    money(beforeFirstPurchase),
    money(row.revenue),
    percent(row.repeatShare),
  ]);
  const head = ["period", ...cohorts.map(({ period }) => period), "none", "revenue", "repeat"];
  return ["Revenue by cohort", ...table(head, rows), ""];
}

function reconciliation(checks: readonly Reconciliation[]): string[] {
  return table(
    ["total", "parts", "log", "difference"],
    checks.map(({ name, parts, total, difference }) => [name, money(parts), money(total), money(difference)]),
  );
}
