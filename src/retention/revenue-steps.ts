import type { SubscriptionBook } from "../subscriptions/subscription-book.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { RevenueAccounts } from "./revenue-accounts.ts";
import { codeOf, periodOf, revenueEvents } from "./revenue-events.ts";
import { CHURN, CONTRACTION, EXPANSION, NEW, NO_MOVEMENT, REACTIVATION } from "./revenue-movement.ts";

/**
 * How the monthly revenue of each account goes from period end to period end: a step for each period in which anything changes.
 *
 * The steps of an account stand together, by ascending period; accounts ascend too.
 */
export interface RevenueSteps {
  readonly account: Int32Array;
  /** Number of the period at whose end the step is over. */
  readonly period: Int32Array;
  /** Revenue in units at the end of the period before and of this one. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Place of the movement in `REVENUE_MOVEMENTS`, or `NO_MOVEMENT` if only `free` changes. */
  readonly movement: Uint8Array;
  /** 1 if the account becomes free (served without paying), −1 if it ceases to be. */
  readonly free: Int8Array;
}

/**
 * Follows accounts through periods, looking at nothing after `lastDay`; the period in which it lies ends with it.
 *
 * A subscription counts at the end of the period in which it starts and of all later ones, up to the one before that in which the day after its last
 * lies. So it is looked at twice, however long it runs.
 */
export function revenueSteps(
  book: SubscriptionBook,
  accounts: RevenueAccounts,
  period: CalendarPeriod,
  lastDay: CivilDay,
): RevenueSteps {
  const { offsets, events, firstPeriod } = revenueEvents(book, accounts, period, lastDay);
  const { amounts } = book;
  const account = new Int32Array(events.length);
  const stepPeriod = new Int32Array(events.length);
  const before = new Float64Array(events.length);
  const after = new Float64Array(events.length);
  const movement = new Uint8Array(events.length);
  const free = new Int8Array(events.length);
  let count = 0;
  for (let a = 0; a < accounts.count; a++) {
    const end = offsets[a + 1] as number;
    let revenue = 0;
    let served = 0;
    let everPaid = false;
    let i = offsets[a] as number;
    while (i < end) {
      const now = periodOf(events[i] as number);
      const then = revenue;
      const wasFree = served > 0 && then === 0;
      for (; i < end && periodOf(events[i] as number) === now; i++) {
        const code = codeOf(events[i] as number);
        const amount = amounts[code >> 1] as number;
        const ceases = (code & 1) === 1;
        revenue += ceases ? -amount : amount;
        served += ceases ? -1 : 1;
      }
      const isFree = served > 0 && revenue === 0;
      if (revenue === then && isFree === wasFree) continue;
      account[count] = a;
      stepPeriod[count] = firstPeriod + now;
      before[count] = then;
      after[count] = revenue;
      movement[count] = movementOf(then, revenue, everPaid);
      free[count] = Number(isFree) - Number(wasFree);
      count += 1;
      everPaid ||= revenue > 0;
    }
  }
  return {
    account: account.subarray(0, count),
    period: stepPeriod.subarray(0, count),
    before: before.subarray(0, count),
    after: after.subarray(0, count),
    movement: movement.subarray(0, count),
    free: free.subarray(0, count),
  };
}

function movementOf(before: number, after: number, everPaid: boolean): number {
  if (after === before) return NO_MOVEMENT;
  if (before === 0) return everPaid ? REACTIVATION : NEW;
  if (after === 0) return CHURN;
  return after > before ? EXPANSION : CONTRACTION;
}
