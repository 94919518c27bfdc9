/**
 * The unit in which ages and gaps of customers are told: a week is 7 days, a month 365.2425 ÷ 12 and a year 365.2425 days.
 *
 * It scales time and nothing else: purchases are counted by day whatever the unit.
 */
export type TimeUnit = "day" | "week" | "month" | "year";

export const TIME_UNITS: readonly TimeUnit[] = ["day", "week", "month", "year"];

const DAYS_PER_UNIT: Readonly<Record<TimeUnit, number>> = {
  day: 1,
  week: 7,
  month: 365.2425 / 12,
  year: 365.2425,
};

export function daysPerUnit(unit: TimeUnit): number {
  return DAYS_PER_UNIT[unit];
}
