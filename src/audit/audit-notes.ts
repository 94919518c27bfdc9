import { lastPeriodEnd, periodEnd, periodIndex, periodName } from "../time/calendar-period.ts";
import { civilDayOfIso, isoDate } from "../time/civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { AuditPlan } from "./audit-options.ts";
import type { AuditAssumption } from "./audit-result.ts";
import type { CohortComparison, CohortDevelopment } from "./cohort-view-result.ts";
import { pairWarnings } from "./pair-warnings.ts";
import type { PeriodPair } from "./paired-period.ts";
import type { BaseWarning } from "./reconciliation.ts";

/** What should be known before an audit is believed. */
export function auditWarnings(
  log: TransactionLog,
  plan: AuditPlan,
  pair: PeriodPair | null,
  customers: number,
  comparison: CohortComparison | null,
): readonly BaseWarning[] {
  const asOf = isoDate(plan.asOf);
  const warnings: BaseWarning[] = [];
  if (customers === 0)
    warnings.push({ code: "no-purchase", message: `Nobody bought by ${asOf}: there is nothing to tell of.` });
  if (pair !== null) warnings.push(...pairWarnings(log, pair));
  else if (customers > 0) {
    const message = `No period is over by ${asOf}: views 1 and 2 are missing. Pass a shorter period, or a later asOf if the log holds it.`;
    warnings.push({ code: "no-complete-period", message });
  }
  warnings.push(...almostOver(plan));
  const compared = comparison?.newerAgainstOlder.some(({ age }) => age > 0) ?? false;
  if (customers > 0 && !compared) {
    const message =
      "There are no two complete cohorts, after that in which the log begins, that have a complete period behind that of the first purchase: newer and older cohorts cannot be compared. Pass a shorter cohortPeriod.";
    warnings.push({ code: "nothing-to-compare", message });
  }
  return warnings;
}

/** A period that is over in a few days was perhaps meant to be looked at: shops are closed on the last days of a year. */
function almostOver({ period, asOf }: AuditPlan): readonly BaseWarning[] {
  if (typeof period !== "string" || period === "day" || lastPeriodEnd(asOf, period) === asOf) return [];
  const number = periodIndex(asOf, period);
  const end = periodEnd(number, period);
  const length = end - lastPeriodEnd(asOf, period);
  if (end - asOf > length / 20) return [];
  const message = `${periodName(number, period)} ends on ${isoDate(end)}, shortly after asOf, and is left out: pass asOf "${isoDate(end)}" if the log holds all of it.`;
  return [{ code: "almost-over", message }];
}

/** What was assumed where nothing was said. */
export function auditAssumptions(
  log: TransactionLog,
  plan: AuditPlan,
  cohort: CohortDevelopment | null,
): readonly AuditAssumption[] {
  const { period, periodByDefault, margin } = plan;
  const assumptions: AuditAssumption[] = [];
  if (periodByDefault) {
    const message = `The period is a ${String(period)}: the longest of year, quarter and month of which the log holds two whole ones, or a month. Pass period to change that.`;
    assumptions.push({ code: "period", message });
  }
  assumptions.push({ code: "returns", message: RETURNS[log.returns.policy] });
  assumptions.push({ code: "margin", message: MARGINS[margin.kind ?? "none"] });
  if (log.from !== null && civilDayOfIso(log.from) <= plan.asOf) {
    const message = `A customer is new with the first purchase in the log, which begins on ${log.from}; whoever bought before that stands in the first cohort as if new. All purchases of that first day are first purchases.`;
    assumptions.push({ code: "first-purchase", message });
  }
  if (cohort !== null && cohort.chosenAs !== "chosen") {
    const reason = cohort.firstOfLog ? ", although the log begins in it" : "";
    const message = `View 3 follows the ${cohort.chosenAs} complete cohort, ${cohort.cohort.period}${reason}; pass cohort to follow another.`;
    assumptions.push({ code: "cohort", message });
  }
  assumptions.push({ code: "deciles", message: DECILES });
  return assumptions;
}

const RETURNS = {
  net: "Returns reduce revenue in the period in which they are booked; they are no purchases and no sign of life.",
  ignore: "Returns were left out when the log was read: revenue is gross.",
  reject: "The log holds no returns.",
} as const;

const MARGINS = {
  log: "Margins are those of the log.",
  rate: "Margin is the same share of revenue for every customer, so it says nothing that revenue does not.",
  none: "There are no margins: nothing is said of profit.",
} as const;

const DECILES =
  "Deciles differ by one customer at most. Equal values are ordered by purchases, then revenue, then id.";
