import type { TimeUnit } from "clientele";

const DAYS_PER_YEAR = 365.2425;

/** How many units of a model's time a year has. */
export const UNITS_PER_YEAR: Readonly<Record<TimeUnit, number>> = {
  day: DAYS_PER_YEAR,
  week: DAYS_PER_YEAR / 7,
  month: 12,
  year: 1,
};
