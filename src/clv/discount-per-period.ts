import { checkNumber, checkOneOf } from "../rows/options.ts";
import { CALENDAR_PERIODS, type CalendarPeriod } from "../time/calendar-period.ts";
import { daysPerUnit } from "../time/unit.ts";

/** How much of a year a period is. */
function yearsPerPeriod(period: CalendarPeriod): number {
  if (period === "month") return 1 / 12;
  if (period === "quarter") return 1 / 4;
  return daysPerUnit(period) / daysPerUnit("year");
}

/** The rate of continuous discounting per period: ln(1 + yearly rate) × years. */
function logDiscount(yearlyRate: number, period: CalendarPeriod): number {
  return Math.log1p(yearlyRate) * yearsPerPeriod(period);
}

/** The discount rate of a period; that of a year is the yearly rate to the last digit. */
export function discountRateOf(yearlyRate: number, period: CalendarPeriod): number {
  return period === "year" ? yearlyRate : Math.expm1(logDiscount(yearlyRate, period));
}

/** Refuses a yearly discount rate that is none: 10 percent is 0.1. */
export function checkDiscountRate(value: unknown, path = "discountRate"): void {
  checkNumber(path, value, { least: 0, most: 1 });
}

/** Refuses what is no period. */
export function checkPeriod(value: unknown, path = "period"): void {
  checkOneOf(path, value, CALENDAR_PERIODS);
}
