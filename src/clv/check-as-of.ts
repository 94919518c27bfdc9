import { checkOption } from "../rows/options.ts";
import type { IsoDate } from "../time/civil-day.ts";
import { isCivilDay, readCivilDay } from "../time/read-civil-day.ts";
import { instantClock } from "../time/time-zone.ts";

/** Refuses what is no day as summaries have it: another spelling would be read as some other day. */
export function checkAsOf(asOf: unknown): asserts asOf is IsoDate {
  const isDay =
    typeof asOf === "string" && asOf.length === 10 && isCivilDay(readCivilDay(asOf, instantClock("UTC")));
  checkOption("customers.asOf", asOf, isDay ? null : NO_DAY);
}

const NO_DAY =
  'Calendar months are counted from a day: give the customers the day as of which they were summarised, written like "2025-03-31".';
