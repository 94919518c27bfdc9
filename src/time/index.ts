export type { CalendarPeriod } from "./calendar-period.ts";
export type { CivilDay, IsoDate } from "./civil-day.ts";
export type { Duration } from "./duration.ts";
export type { DateInput } from "./read-civil-day.ts";
export type { TimeUnit } from "./unit.ts";
