import { DRAFT, NOT_YET } from "../offers/as-of.ts";
import { OPEN } from "../offers/offer-status.ts";
import { checkOption, invalidOption } from "../rows/options.ts";
import { periodIndex, periodNumbering } from "../time/calendar-period.ts";
import type { OfferOutcomes } from "./hit-rate-outcomes.ts";
import type { OverTimePlan } from "./hit-rate-over-time-options.ts";
import { OUTSIDE } from "./hit-rate-plan.ts";

/** Successive periods of the calendar, and in which of them each offer counts. */
export interface OfferPeriods {
  /** Number of the first period. */
  readonly first: number;
  readonly length: number;
  /** For each offer its period, from 0; −1 if it counts in none. */
  readonly codes: Int32Array;
}

/** Periods from the first day of the window, or else the first offer in it, to the last day of the window. */
export function offerPeriods({ outcomes, days }: OfferOutcomes, plan: OverTimePlan): OfferPeriods {
  const { period, window } = plan;
  const last = periodIndex(plan.to, period);
  const numbered = periodNumbering(period);
  const codes = new Int32Array(outcomes.length);
  const counts = [true, true, true, true, true, true, true, true];
  for (const outcome of [DRAFT, NOT_YET, OUTSIDE]) counts[outcome] = false;
  // What is open is decided in no period.
  if (window === "period") counts[OPEN] = false;
  let earliest = last + 1;
  for (let i = 0; i < codes.length; i++) {
    if (counts[outcomes[i] as number] !== true) {
      codes[i] = NOWHERE;
      continue;
    }
    const number = numbered(days[i] as number);
    if (number < earliest) earliest = number;
    codes[i] = number;
  }
  const first = plan.from === null ? earliest : periodIndex(plan.from, period);
  for (let i = 0; i < codes.length; i++) {
    const number = codes[i] as number;
    codes[i] = number === NOWHERE ? -1 : number - first;
  }
  const length = last - first + 1;
  const trouble = `There are ${length} of them from the first offer to the last day: use longer ones, or a later from.`;
  checkOption("period", period, length > MOST_ROWS ? trouble : null);
  return { first, length, codes };
}

/** No number of a period. */
const NOWHERE = -(2 ** 31);

/** More rows than anybody reads, or memory holds with all that belongs to them. */
const MOST_ROWS = 2_000_000;

/** One number for period and group: period by period within each group. */
export function crossPeriods(
  periods: OfferPeriods,
  { codes, groups }: { readonly codes: Int32Array; readonly groups: readonly unknown[] },
): Int32Array {
  const rows = periods.length * groups.length;
  if (rows > MOST_ROWS) {
    const trouble = `${groups.length} groups in ${periods.length} periods make ${rows} rows: use longer periods, a later from, or a key with fewer values.`;
    throw invalidOption("by", null, trouble);
  }
  return periods.codes.map((period, i) => (period < 0 ? -1 : (codes[i] as number) * periods.length + period));
}
