/**
 * A day of the calendar as the number of days since 1970-01-01 (proleptic Gregorian calendar, negative before).
 *
 * Inside the library a day is this integer: it sorts, subtracts and fits into an `Int32Array`, and it knows no time zone.
 */
export type CivilDay = number;

/** A day of the calendar written `YYYY-MM-DD`; this is how days leave the library. */
export type IsoDate = string;

/** First and last day the library accepts: 0001-01-01 and 9999-12-31. */
export const FIRST_CIVIL_DAY: CivilDay = -719162;
export const LAST_CIVIL_DAY: CivilDay = 2932896;

export const MILLISECONDS_PER_DAY = 86_400_000;

/** The civil day of a year, month (1–12) and day of the month; the caller has checked that they exist. */
export function civilDayOf(year: number, month: number, dayOfMonth: number): CivilDay {
  // Years are counted from March, so that the leap day is the last day of a year.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Writes a civil day as `YYYY-MM-DD`. */
export function isoDate(day: CivilDay): IsoDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** The civil day of a `YYYY-MM-DD` that the library itself wrote. */
export function civilDayOfIso(date: IsoDate): CivilDay {
  return civilDayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}
