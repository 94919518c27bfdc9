import type { CustomerBaseAudit } from "./audit-result.ts";
import type { AuditFinding } from "./finding.ts";
import { finding } from "./finding-by-rule.ts";
import { FEWEST_FOR_TENTHS, HALF_CENT } from "./finding-limits.ts";
import type { BaseWarning, Reconciliation } from "./reconciliation.ts";

/** Rounding of sums that are themselves large. */
const RELATIVE_ROUNDING = 1e-12;

/** What cannot be told, and whether the totals are those of the log. */
export function checkFindings(audit: CustomerBaseAudit): readonly AuditFinding[] {
  const { asOf, margins, reconciliation, totals } = audit;
  if (totals.customers === 0) return [finding("empty", { asOf }), ...totalFindings(reconciliation)];
  return [
    ...periodFindings(audit),
    ...seasonFindings(audit),
    ...valueFindings(audit),
    ...missingCohorts(audit),
    ...(margins === null ? [finding("no-margins", {})] : []),
    ...totalFindings(reconciliation),
  ];
}

function periodFindings({
  asOf,
  logFrom,
  current,
  previous,
  change,
  whole,
}: CustomerBaseAudit): readonly AuditFinding[] {
  const found: AuditFinding[] = [];
  if (current === null) found.push(finding("no-current-period", { asOf }));
  else if (change === null && logFrom !== null) {
    found.push(finding("no-previous-period", { period: current.period, logFrom }));
  }
  if (previous !== null && !previous.covered && logFrom !== null) {
    found.push(finding("previous-not-covered", { previousPeriod: previous.period, logFrom }));
  }
  const last = whole.periods.at(-1)?.period;
  if (last !== undefined && !last.complete) {
    found.push(finding("period-in-progress", { openPeriod: last.period, to: last.to, asOf }));
  }
  return found;
}

function seasonFindings({ asOf, current, previous, warnings }: CustomerBaseAudit): readonly AuditFinding[] {
  const warned = (code: BaseWarning["code"]): boolean => warnings.some((warning) => warning.code === code);
  if (current === null) return [];
  const found: AuditFinding[] = [];
  const { period } = current;
  if (previous !== null && warned("seasonal")) {
    found.push(finding("different-seasons", { previousPeriod: previous.period, period }));
  }
  if (warned("after-log-end")) found.push(finding("after-log-end", { period, asOf }));
  return found;
}

function valueFindings({ differences, change }: CustomerBaseAudit): readonly AuditFinding[] {
  const found: AuditFinding[] = [];
  if (differences !== null && differences.customers > 0) {
    const { customers, revenue, period } = differences;
    if (customers < FEWEST_FOR_TENTHS) {
      found.push(finding("few-customers", { customers, least: FEWEST_FOR_TENTHS }));
    }
    if (revenue <= 0) found.push(finding("revenue-not-positive", { period: period.period, revenue }));
  }
  const reason = change?.tree.noSplit ?? null;
  if (reason !== null) found.push(finding("drivers-not-split", { reason }));
  return found;
}

function missingCohorts({ asOf, cohort, cohorts }: CustomerBaseAudit): readonly AuditFinding[] {
  const found: AuditFinding[] = [];
  if (cohort === null) found.push(finding("no-cohort", { asOf }));
  else if (!cohort.ages.some(({ age, complete }) => age > 0 && complete)) {
    found.push(finding("cohort-too-young", { cohort: cohort.cohort.period }));
  }
  const compared = cohorts?.newerAgainstOlder.some(({ age }) => age > 0) ?? false;
  if (!compared) found.push(finding("cohorts-not-compared", { asOf }));
  return found;
}

function totalFindings(reconciliation: readonly Reconciliation[]): readonly AuditFinding[] {
  if (reconciliation.length === 0) return [];
  const wrong = reconciliation.filter(
    ({ difference, total }) =>
      !(Math.abs(difference) < Math.max(HALF_CENT, RELATIVE_ROUNDING * Math.abs(total))),
  );
  if (wrong.length === 0) return [finding("totals-agree", { checks: reconciliation.length })];
  return wrong.map(({ name, parts, total, difference }) =>
    finding("total-differs", { name, parts, total, difference }),
  );
}
