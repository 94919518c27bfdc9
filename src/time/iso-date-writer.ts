import { type CivilDay, type IsoDate, isoDate } from "./civil-day.ts";

/** `isoDate` for many days, which writes each distinct day once. */
export function isoDateWriter(): (day: CivilDay) => IsoDate {
  const written = new Map<CivilDay, IsoDate>();
  return (day) => {
    let date = written.get(day);
    if (date === undefined) {
      date = isoDate(day);
      written.set(day, date);
    }
    return date;
  };
}
