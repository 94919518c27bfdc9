import { invalidOption } from "../rows/options.ts";
import type { CustomerBaseAudit } from "./audit-result.ts";
import type { AuditFinding } from "./finding.ts";
import { changeFindings } from "./finding-change.ts";
import { checkFindings } from "./finding-checks.ts";
import { cohortFindings } from "./finding-cohorts.ts";
import { differencesFindings } from "./finding-differences.ts";
import { wholeFindings } from "./finding-whole.ts";

/**
 * Finds what an audit shows, as data (Befunde der Kundenbestandsanalyse).
 *
 * Every finding follows from the audit's figures by a stated rule with its threshold, and stands beside it. The order is fixed: views 1 to 5, then what cannot
 * be told, then totals against the log. Nothing is reported that the data do not bear out: newer cohorts are called better or worse only if the
 * interval of the difference excludes 0.
 *
 * @param audit - A result of `auditCustomerBase`.
 * @returns Findings `{ code, view, tone, figures, rule }`: plain data; money in the log's currency, shares in [0, 1].
 * @throws {@link DataError} if `audit` is no audit.
 *
 * @example
 * import { auditCustomerBase, auditFindings, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-01-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-07-02", amount: 70 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 90 },
 * ]);
 * const findings = auditFindings(auditCustomerBase(log, { asOf: "2025-12-31" }));
 * const rose = findings.find(({ code }) => code === "revenue-rose");
 * rose?.tone; // => "good"
 * rose?.figures; // => { previousPeriod: "2024", period: "2025", revenueBefore: 50, revenueNow: 160, change: 110, growth: 2.2 }
 */
export function auditFindings(audit: CustomerBaseAudit): readonly AuditFinding[] {
  checkAudit(audit);
  const nobody = audit.totals.customers === 0;
  return [
    ...(nobody ? [] : differencesFindings(audit)),
    ...(nobody ? [] : changeFindings(audit)),
    ...(nobody ? [] : cohortFindings(audit)),
    ...(nobody ? [] : wholeFindings(audit)),
    ...checkFindings(audit),
  ];
}

/** Refuses what is no audit. */
function checkAudit(audit: unknown): asserts audit is CustomerBaseAudit {
  const isAudit =
    typeof audit === "object" && audit !== null && "reconciliation" in audit && "differences" in audit;
  if (!isAudit)
    throw invalidOption("audit", audit, "This is no audit: pass the result of auditCustomerBase.");
}
