import { type CalendarPeriod, periodEnd, periodIndex } from "../time/calendar-period.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { NEW } from "./revenue-movement.ts";
import type { RevenueSteps } from "./revenue-steps.ts";

/** Accounts by the period at whose end they first paid. */
export interface RevenueCohortsFound {
  /** For each account the place of its cohort; −1 if it has not paid. */
  readonly cohortOf: Int32Array;
  /** Numbers of the cohorts' periods, ascending. */
  readonly indices: readonly number[];
  /** For each cohort the number of the ledger's period at whose end the first of its accounts paid. */
  readonly firstPeriods: readonly number[];
}

/** Which ledger's periods are meant: up to the last one, that may end with `asOf`. */
export interface CohortFrame {
  readonly period: CalendarPeriod;
  readonly last: number;
  readonly asOf: CivilDay;
}

/** Finds the cohort of each account: the period of the calendar in which the first period end lies at which it paid. */
export function cohortsOfAccounts(
  { account, period, movement }: RevenueSteps,
  accounts: number,
  frame: CohortFrame,
  cohort: CalendarPeriod,
): RevenueCohortsFound {
  const firstPaid = new Int32Array(accounts).fill(NEVER);
  for (let i = 0; i < account.length; i++) {
    const now = period[i] as number;
    if (movement[i] === NEW && now <= frame.last) firstPaid[account[i] as number] = now;
  }
  // Cohorts in order of first payment, which is the order of their own periods too.
  const firstPeriods: number[] = [];
  const indices: number[] = [];
  const placeOf = new Map<number, number>([[NEVER, -1]]);
  for (const now of [...new Set(firstPaid)].sort((a, b) => a - b)) {
    if (now === NEVER) continue;
    const index = periodIndex(Math.min(frame.asOf, periodEnd(now, frame.period)), cohort);
    if (indices.at(-1) !== index) {
      indices.push(index);
      firstPeriods.push(now);
    }
    placeOf.set(now, indices.length - 1);
  }
  return { cohortOf: firstPaid.map((now) => placeOf.get(now) as number), indices, firstPeriods };
}

const NEVER = 2 ** 31 - 1;
