import type { CustomerBaseAudit } from "./audit-result.ts";
import type { AuditFinding } from "./finding.ts";
import { finding } from "./finding-by-rule.ts";
import { yearBefore } from "./finding-limits.ts";

/** View 5: the whole base. */
export function wholeFindings(audit: CustomerBaseAudit): readonly AuditFinding[] {
  const { logFrom, asOf, totals } = audit;
  const found: AuditFinding[] = [];
  if (logFrom !== null) {
    const { customers, orders, revenue } = totals;
    found.push(finding("whole-log", { logFrom, asOf, customers, orders, revenue }));
  }
  const { customers: people, revenue: credited } = totals.withoutPurchase;
  if (people > 0) found.push(finding("never-bought", { people, credited }));
  return [...found, ...sourceFindings(audit), ...purchaseFindings(audit)];
}

function sourceFindings({ current, logFrom, whole }: CustomerBaseAudit): readonly AuditFinding[] {
  const source = whole.currentBySource;
  if (current === null || logFrom === null || source === null) return [];
  const { wonInPeriod, wonInYearBefore, wonEarlier } = source;
  const [now, year, earlier] = [
    wonInPeriod.shareOfRevenue,
    wonInYearBefore.shareOfRevenue,
    wonEarlier.shareOfRevenue,
  ];
  if (now === null || year === null || earlier === null) return [];
  const found: AuditFinding[] = [
    finding("revenue-source", {
      period: current.period,
      wonInPeriodCustomers: wonInPeriod.customers,
      wonInPeriodShare: now,
      wonInYearBeforeCustomers: wonInYearBefore.customers,
      wonInYearBeforeShare: year,
      wonEarlierCustomers: wonEarlier.customers,
      wonEarlierShare: earlier,
    }),
  ];
  if (logFrom > yearBefore(current.from)) {
    found.push(finding("short-history", { logFrom, period: current.period }));
  }
  return found;
}

function purchaseFindings({ current, whole }: CustomerBaseAudit): readonly AuditFinding[] {
  const row = whole.periods.find(({ period }) => period.from === current?.from && period.to === current.to);
  if (row === undefined || row.repeatShare === null) return [];
  const { repeatOrders, repeatRevenue, repeatShare, firstOrders, firstRevenue, returned } = row;
  const period = row.period.period;
  const bought = { period, repeatOrders, repeatRevenue, repeatShare, firstOrders, firstRevenue };
  const found: AuditFinding[] = [finding("repeat-purchases", bought)];
  if (returned < 0) {
    const share = -returned / (firstRevenue + repeatRevenue);
    found.push(finding("returned-goods", { period, credited: returned, share }));
  }
  return found;
}
