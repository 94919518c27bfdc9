import type { IsoDate } from "../time/civil-day.ts";
import type { CustomerBaseAudit } from "./audit-result.ts";
import type {
  CohortAge,
  CohortComparison,
  CohortDevelopment,
  NewerAgainstOlder,
} from "./cohort-view-result.ts";
import type { AuditFinding } from "./finding.ts";
import { finding } from "./finding-by-rule.ts";
import type {
  AgeFigure,
  CohortShareFigures,
  CohortsFigure,
  ComparedFigures,
} from "./finding-cohort-figures.ts";
import { yearBefore } from "./finding-limits.ts";

/** Views 3 and 4: one cohort, and newer cohorts against older ones. */
export function cohortFindings(audit: CustomerBaseAudit): readonly AuditFinding[] {
  const unit = typeof audit.cohortPeriod === "string" ? audit.cohortPeriod : "period";
  const level = audit.cohorts?.level;
  return [
    ...(audit.cohort === null || level === undefined
      ? []
      : courseFindings(audit.cohort, unit, level, audit.logFrom)),
    ...(audit.cohorts === null ? [] : comparisonFindings(audit.cohorts, unit, audit.logFrom)),
  ];
}

function courseFindings(
  { cohort: { period: cohort, from }, size, chosenAs, firstOrderValue, firstOfLog, ages }: CohortDevelopment,
  unit: AgeFigure["unit"],
  level: number,
  logFrom: IsoDate | null,
): readonly AuditFinding[] {
  const choice = chosenAs === "oldest" && firstOfLog ? "only" : chosenAs;
  const found: AuditFinding[] = [finding("cohort", { cohort, size, chosenAs: choice, firstOrderValue })];
  if (looksNew(logFrom, from)) found.push(finding("cohort-holds-older", { cohort, logFrom }));
  const shares = (at: CohortAge): CohortShareFigures => ({
    cohort,
    age: { periods: at.age, unit },
    period: at.period,
    size,
    active: at.active,
    activeShare: at.activeShare,
    lower: at.activeLower,
    upper: at.activeUpper,
    level,
  });
  const complete = ages.filter((at) => at.complete);
  const next = complete.find(({ age }) => age === 1);
  const last = complete.at(-1);
  if (next !== undefined) found.push(finding("cohort-next", shares(next)));
  if (last === undefined) return found;
  if (last.age > 1) found.push(finding("cohort-last", shares(last)));
  const { period, cumulativeRevenue: revenue, cumulativeMarginPerCustomer: marginPerCustomer } = last;
  const revenuePerCustomer = last.cumulativeRevenuePerCustomer;
  found.push(finding("cohort-revenue", { cohort, period, revenue, revenuePerCustomer }));
  if (marginPerCustomer !== null) found.push(finding("cohort-margin", { cohort, marginPerCustomer }));
  return found;
}

/** The age at which cohorts are compared: the greatest that two cohorts on either side have reached, else the least above 0. */
function comparedAge({ newerAgainstOlder }: CohortComparison): NewerAgainstOlder | undefined {
  const rows = newerAgainstOlder.filter(({ age }) => age > 0);
  const borneOut = rows.filter(({ older, newer }) => older.cohorts > 1 && newer.cohorts > 1);
  return borneOut.at(-1) ?? rows[0];
}

function comparisonFindings(
  comparison: CohortComparison,
  unit: AgeFigure["unit"],
  logFrom: IsoDate | null,
): readonly AuditFinding[] {
  const row = comparedAge(comparison);
  if (row === undefined) return [];
  const { level, cohorts } = comparison;
  const older = cohortsFigure(row.older);
  const compared: ComparedFigures = {
    age: { periods: row.age, unit },
    cohortsPerSide: row.older.cohorts,
    older,
    newer: cohortsFigure(row.newer),
  };
  const begin = cohorts.find(({ cohort }) => cohort.period === older.first)?.cohort.from;
  const found = [...activityFindings(row, compared, level), ...worthFindings(row, compared, level)];
  if (begin === undefined || !looksNew(logFrom, begin)) return found;
  // Customers of long standing who look new would make the older cohorts look better than they are.
  return [
    ...found.map((one): AuditFinding => ({ ...one, tone: "neutral" })),
    finding("older-look-new", { cohortsPerSide: compared.cohortsPerSide, older, logFrom }),
  ];
}

/** Whether a cohort that begins on a day may hold customers who bought before the log begins. */
function looksNew(logFrom: IsoDate | null, begin: IsoDate): logFrom is IsoDate {
  return logFrom !== null && logFrom > yearBefore(begin);
}

function cohortsFigure({ first, last, customers }: CohortsFigure): CohortsFigure {
  return { first, last, customers };
}

function activityFindings(
  { older, newer, activeShare: { difference, lower, upper } }: NewerAgainstOlder,
  compared: ComparedFigures,
  level: number,
): readonly AuditFinding[] {
  if (lower === null || upper === null) return [];
  const [olderShare, newerShare] = [older.activeShare, newer.activeShare];
  const shares = {
    olderShare,
    newerShare,
    shareDifference: difference,
    shareLower: lower,
    shareUpper: upper,
  };
  const figures = { ...compared, ...shares, level };
  if (lower > 0) return [finding("newer-more-active", figures)];
  return [finding(upper < 0 ? "newer-less-active" : "newer-activity-open", figures)];
}

function worthFindings(
  { older, newer, cumulativeRevenuePerCustomer: { difference, lower, upper } }: NewerAgainstOlder,
  compared: ComparedFigures,
  level: number,
): readonly AuditFinding[] {
  if (lower === null || upper === null) return [finding("newer-not-told", compared)];
  const figures = {
    ...compared,
    olderWorth: older.cumulativeRevenuePerCustomer,
    newerWorth: newer.cumulativeRevenuePerCustomer,
    worthDifference: difference,
    worthLower: lower,
    worthUpper: upper,
    level,
  };
  if (lower > 0) return [finding("newer-worth-more", figures)];
  return [finding(upper < 0 ? "newer-worth-less" : "newer-worth-open", figures)];
}
