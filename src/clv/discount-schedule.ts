import { civilDayOfIso, type IsoDate } from "../time/civil-day.ts";
import { addDuration, type Duration } from "../time/duration.ts";
import { checkAsOf } from "./check-as-of.ts";

/** A stretch of the horizon whose income is discounted by one factor. */
export interface DiscountStep {
  /** Days from the start to the end of the step. */
  readonly endsAfterDays: number;
  /** What one unit of money at the end of the step is worth at the start. */
  readonly factor: number;
}

/**
 * Cuts a horizon into calendar months, the last of which may be cut short; income of a month counts at its end.
 *
 * Without a discount rate one step does.
 */
export function discountSchedule(
  asOf: IsoDate | null,
  horizon: Duration,
  yearlyRate: number,
): readonly DiscountStep[] {
  checkAsOf(asOf);
  const start = civilDayOfIso(asOf);
  const end = addDuration(start, horizon);
  if (yearlyRate === 0) return [{ endsAfterDays: end - start, factor: 1 }];
  const steps: DiscountStep[] = [];
  let before = start;
  for (let month = 1; before < end; month++) {
    const monthEnd = addDuration(start, { months: month });
    const stepEnd = Math.min(monthEnd, end);
    const months = month - 1 + (stepEnd - before) / (monthEnd - before);
    steps.push({ endsAfterDays: stepEnd - start, factor: (1 + yearlyRate) ** (-months / 12) });
    before = stepEnd;
  }
  return steps;
}
