import type { CivilDay, IsoDate } from "../time/civil-day.ts";
import { isoDateWriter } from "../time/iso-date-writer.ts";

/** Stands for "no such day": earlier than any window can begin, so that comparisons need no special case. */
export const NEVER: CivilDay = -1_000_000_000;

/** Writes days; `NEVER` becomes `null`. */
export function dateWriter(): (day: CivilDay) => IsoDate | null {
  const written = isoDateWriter();
  return (day) => (day === NEVER ? null : written(day));
}
