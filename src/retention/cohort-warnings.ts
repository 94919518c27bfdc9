import { periodEnd, periodIndex, periodName } from "../time/calendar-period.ts";
import { civilDayOfIso, isoDate } from "../time/civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { CohortMembers } from "./cohort-members.ts";
import type { CohortPlan } from "./cohort-options.ts";
import type { CohortCell } from "./cohort-result.ts";
import { type PeriodWarning, warnAfterLogEnd, warnNoPurchase } from "./period-warnings.ts";

/** What should be known before cohorts are believed. */
export function cohortWarnings(
  log: TransactionLog,
  members: CohortMembers,
  plan: CohortPlan,
  cohorts: readonly (readonly CohortCell[])[],
): readonly PeriodWarning[] {
  const warnings: PeriodWarning[] = [];
  const [oldest] = members.periods;
  if (oldest === undefined) {
    const since = plan.from === null ? "" : `, and for the first time on or after ${isoDate(plan.from)}`;
    warnings.push(warnNoPurchase(`Nobody bought by ${isoDate(plan.asOf)}${since}: there are no cohorts.`));
    return warnings;
  }
  if (oldest === members.table.firstPeriod) {
    const name = periodName(oldest, plan.period);
    const message = `The log begins in ${name}: customers who bought before it stand in this cohort as if they were new. If there were any, pass a from after it.`;
    warnings.push({ code: "left-censored", message });
  }
  warnings.push(...warnEnd(log, plan));
  if (!cohorts.some((cells) => cells[0]?.complete === true)) {
    const message = `No cohort has its first interval behind it by ${isoDate(plan.asOf)}: the pooled curve is empty, and all rates can still change.`;
    warnings.push({ code: "no-complete-period", message });
  }
  return warnings;
}

function warnEnd({ until }: TransactionLog, { asOf, period }: CohortPlan): readonly PeriodWarning[] {
  if (until === null) return [];
  const untold = periodIndex(civilDayOfIso(until), period) + 1;
  if (periodEnd(untold, period) > asOf) return [];
  return [warnAfterLogEnd(until, asOf, periodName(untold, period))];
}
