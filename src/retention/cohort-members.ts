import { lastPeriodEnd, periodEnd, periodIndex } from "../time/calendar-period.ts";
import { type CivilDay, civilDayOfIso } from "../time/civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { CohortPlan } from "./cohort-options.ts";
import { firstPurchase } from "./first-purchase.ts";
import { type PeriodTable, periodTable } from "./period-table.ts";

/** Who belongs to which cohort. */
export interface CohortMembers {
  readonly table: PeriodTable;
  /** The calendar period of each cohort that has customers, ascending. */
  readonly periods: readonly number[];
  readonly sizes: readonly number[];
  /** First and last day on which somebody joined. */
  readonly firstJoined: readonly CivilDay[];
  readonly lastJoined: readonly CivilDay[];
  /** Whether the period is over. */
  readonly over: readonly boolean[];
  /** Cohort of each customer of the log; `NO_COHORT` for those who have not bought or joined before the cohorts that are wanted. */
  readonly cohortOf: Int32Array;
  /** Where the first day of purchase begins in the log, for each customer who has a cohort. */
  readonly startOf: Int32Array;
  /** Customers who have bought by `asOf`, whatever their cohort. */
  readonly buyers: number;
}

export const NO_COHORT = -1;

/** Finds each customer's first purchase, and so his cohort. */
export function cohortMembers(log: TransactionLog, plan: CohortPlan): CohortMembers {
  const { asOf, period, from } = plan;
  const { days, offsets } = log;
  const first = log.from === null ? asOf + 1 : civilDayOfIso(log.from);
  const table = periodTable(first, asOf, period);
  const wanted = from === null ? 0 : periodIndex(from, period) - table.firstPeriod;
  const periods = (table.periods[table.periods.length - 1] ?? -1) + 1;
  const sizes = new Int32Array(periods);
  const firstJoined = new Int32Array(periods);
  const lastJoined = new Int32Array(periods);
  const cohortOf = new Int32Array(log.customerIds.length).fill(NO_COHORT);
  const startOf = new Int32Array(log.customerIds.length);
  let buyers = 0;
  for (let c = 0; c < cohortOf.length; c++) {
    const i = firstPurchase(log, c, asOf);
    if (i < 0) continue;
    buyers += 1;
    const day = days[i] as number;
    const p = table.periods[day - first] as number;
    if (p < wanted) continue;
    cohortOf[c] = p;
    startOf[c] = startOfDay(days, i, offsets[c] as number);
    if (sizes[p] === 0 || day < (firstJoined[p] as number)) firstJoined[p] = day;
    if (sizes[p] === 0 || day > (lastJoined[p] as number)) lastJoined[p] = day;
    sizes[p] = (sizes[p] as number) + 1;
  }
  const taken = Array.from(sizes.keys()).filter((p) => sizes[p] !== 0);
  const placeOf = new Int32Array(periods);
  taken.forEach((p, place) => {
    placeOf[p] = place;
  });
  for (let c = 0; c < cohortOf.length; c++) {
    const p = cohortOf[c] as number;
    if (p !== NO_COHORT) cohortOf[c] = placeOf[p] as number;
  }
  const lastOver = lastPeriodEnd(asOf, period);
  return {
    table,
    periods: taken.map((p) => p + table.firstPeriod),
    sizes: taken.map((p) => sizes[p] as number),
    firstJoined: taken.map((p) => firstJoined[p] as number),
    lastJoined: taken.map((p) => lastJoined[p] as number),
    over: taken.map((p) => periodEnd(p + table.firstPeriod, period) <= lastOver),
    cohortOf,
    startOf,
    buyers,
  };
}

/** Transactions of one day stand in no order that means anything: what was returned on the first day belongs to it. */
function startOfDay(days: Int32Array, i: number, start: number): number {
  while (i > start && days[i - 1] === days[i]) i--;
  return i;
}
