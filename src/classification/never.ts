import { type CivilDay, type IsoDate, isoDate } from "../time/civil-day.ts";

/** Stands for "no such day": earlier than any window can begin, so that comparisons need no special case. */
export const NEVER: CivilDay = -1_000_000_000;

/** Writes days, each distinct one once; `NEVER` becomes `null`. */
export function dateWriter(): (day: CivilDay) => IsoDate | null {
  const written = new Map<CivilDay, IsoDate | null>([[NEVER, null]]);
  return (day) => {
    let date = written.get(day);
    if (date === undefined) {
      date = isoDate(day);
      written.set(day, date);
    }
    return date;
  };
}
