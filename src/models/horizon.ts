import { checkOption } from "../rows/options.ts";
import { civilDayOfIso, type IsoDate } from "../time/civil-day.ts";
import { addDuration, type Duration, durationTrouble } from "../time/duration.ts";
import { daysPerUnit, type TimeUnit } from "../time/unit.ts";

/**
 * The length of a horizon in units of time.
 *
 * With a start day, months and years follow the calendar from it; without one, they have their mean length.
 */
export function horizonInUnits(horizon: Duration, unit: TimeUnit, start: IsoDate | null | undefined): number {
  checkOption("horizon", horizon, durationTrouble(horizon));
  if (start !== null && start !== undefined) {
    const day = civilDayOfIso(start);
    return (addDuration(day, horizon) - day) / daysPerUnit(unit);
  }
  const { days = 0, weeks = 0, months = 0, years = 0 } = horizon;
  const inDays = days + weeks * 7 + months * daysPerUnit("month") + years * daysPerUnit("year");
  return inDays / daysPerUnit(unit);
}
