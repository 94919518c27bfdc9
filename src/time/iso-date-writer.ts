import { type CivilDay, type IsoDate, isoDate } from "./civil-day.ts";

/** `isoDate` for many days, which writes each distinct day once. */
export function isoDateWriter(): (day: CivilDay) => IsoDate {
  // A ring of recent days, since an array is several times faster than a `Map`.
  const days = new Int32Array(RING).fill(NO_DAY);
  const dates = new Array<IsoDate>(RING).fill("");
  return (day) => {
    const place = day & (RING - 1);
    if (days[place] !== day) {
      days[place] = day;
      dates[place] = isoDate(day);
    }
    return dates[place] as IsoDate;
  };
}

/** Room for eleven years. */
const RING = 4096;
const NO_DAY = 2 ** 31 - 1;
