import { type CustomerBaseAudit, describeAudit, type TransactionLog } from "clientele";
import { sumOf } from "../../demo/sums.ts";
import { Failure } from "../failure.ts";
import { type Language, LOCALES } from "../language.ts";
import type { FileOrders } from "../reading/read-orders.ts";
import { type Analysis, analyse, customersOf } from "./analyse.ts";
import { checkOrders, type FaultyRows } from "./faulty-rows.ts";
import type { Outlook } from "./outlook.ts";
import type { AccountsReport, AuditReport, BaseReport, OutlookReport, Report } from "./report.ts";
import type { Step } from "./steps.ts";

/** From orders to what the page shows, and to what its pictures are drawn from. */
export function makeReport(
  orders: FileOrders,
  begin: (step: Step) => void,
): { readonly report: Report; readonly analysis: Analysis } {
  const { log, faults } = checkOrders(orders);
  if (log.customerIds.length === 0) throw new Failure({ code: "nothing-readable", faults });
  const customers = customersOf(log);
  if (customers.rows.length === 0) throw new Failure({ code: "no-purchases", faults });
  const analysis = analyse(log, customers, begin);
  return { report: reportOf(analysis, faults), analysis };
}

function reportOf(analysis: Analysis, faults: FaultyRows): Report {
  const { log, classification, outlook, audit, cohorts } = analysis;
  return {
    base: baseOf(analysis, log),
    classes: classification.classes,
    accounts: accountsOf(analysis),
    cohorts,
    outlook: outlook === null ? null : outlookReport(outlook, analysis),
    audit: auditReport(audit),
    faults,
  };
}

function baseOf({ customers }: Analysis, log: TransactionLog): BaseReport {
  return {
    asOf: log.until ?? "",
    from: log.from ?? "",
    rows: log.rows,
    purchases: customers.rows.reduce((sum, { orders }) => sum + orders, 0),
    returns: log.returns.transactions,
    returnedAmount: log.returns.amount,
    customers: customers.rows.length,
    withoutPurchase: customers.withoutPurchase.customers,
    revenue: sumOf(log.amounts),
    repeatCustomers: customers.rows.filter(({ frequency }) => frequency > 0).length,
  };
}

const TOP = 20;

function accountsOf({ abc, accounts, customers }: Analysis): AccountsReport {
  const best = accounts.rows.filter(({ keyAccount }) => keyAccount).slice(0, TOP);
  const top = best.map(({ index, rank, customerId, value, share, cumulativeShare }) => {
    const { orders = 0, lastPurchase = "" } = customers.rows[index] ?? {};
    return { rank, customerId, revenue: value, share, cumulativeShare, orders, lastPurchase };
  });
  return { abc: abc.classes, summary: accounts.summary, top };
}

function outlookReport({ purchases, predictions }: Outlook, { customers }: Analysis): OutlookReport {
  const withRevenue = predictions.map((row, at) => ({ ...row, revenue: customers.rows[at]?.revenue ?? 0 }));
  const best = withRevenue.sort((a, b) => b.lifetimeValue - a.lifetimeValue).slice(0, TOP);
  return {
    model: purchases.kind,
    customers: predictions.length,
    alive: sumOf(predictions.map((row) => row.probabilityAlive)),
    purchases: sumOf(predictions.map((row) => row.expectedPurchases)),
    value: sumOf(predictions.map((row) => row.lifetimeValue)),
    top: best,
  };
}

function auditReport(audit: CustomerBaseAudit): AuditReport {
  const findings = (language: Language): AuditReport["findings"][Language] =>
    describeAudit(audit, { locale: LOCALES[language] }).findings.map(({ view, text }) => ({ view, text }));
  const bridge = audit.change?.bridge;
  return {
    current: audit.current?.period ?? null,
    previous: audit.previous?.period ?? null,
    findings: { en: findings("en"), de: findings("de") },
    bridge:
      bridge === undefined
        ? null
        : { before: bridge.revenueBefore, now: bridge.revenueNow, steps: bridge.steps },
  };
}
