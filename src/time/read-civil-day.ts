import {
  type CivilDay,
  civilDayOf,
  daysInMonth,
  FIRST_CIVIL_DAY,
  LAST_CIVIL_DAY,
  MILLISECONDS_PER_DAY,
} from "./civil-day.ts";
import type { ZoneClock } from "./time-zone.ts";

/**
 * What a date may be: a `Date`, epoch milliseconds, `YYYY-MM-DD`, or an ISO date-time.
 *
 * A `Date`, a number and a date-time with `Z` or an offset are instants, and a time zone decides their day. A plain date, or a
 * date-time without an offset, is taken as the day it names.
 */
export type DateInput = Date | number | string;

// A hot loop must not allocate a result object per row, so trouble is told by numbers that are no day.
export const MISSING_DATE = 10_000_001;
export const INVALID_DATE = 10_000_002;
export const IMPOSSIBLE_DATE = 10_000_003;

/** True if what `readCivilDay` returned is a day and not a trouble. */
export function isCivilDay(result: number): boolean {
  return result <= LAST_CIVIL_DAY;
}

/** Reads the civil day of a value, or one of `MISSING_DATE`, `INVALID_DATE`, `IMPOSSIBLE_DATE`. */
export function readCivilDay(value: unknown, clock: ZoneClock): number {
  if (typeof value === "string") return readText(value, clock);
  if (typeof value === "number") return readInstant(value, clock);
  if (value === null || value === undefined) return MISSING_DATE;
  if (value instanceof Date) return readInstant(value.getTime(), clock);
  return INVALID_DATE;
}

function readInstant(epochMilliseconds: number, clock: ZoneClock): number {
  if (!Number.isFinite(epochMilliseconds)) return INVALID_DATE;
  const utcDay = epochMilliseconds / MILLISECONDS_PER_DAY;
  // A day of margin on both sides, since the zone may move the day; it also keeps the clock away from dates no calendar has.
  if (utcDay < FIRST_CIVIL_DAY - 1 || utcDay > LAST_CIVIL_DAY + 2) return IMPOSSIBLE_DATE;
  return inRange(clock(epochMilliseconds));
}

function inRange(day: CivilDay): number {
  return day >= FIRST_CIVIL_DAY && day <= LAST_CIVIL_DAY ? day : IMPOSSIBLE_DATE;
}

function readText(text: string, clock: ZoneClock): number {
  if (text === "") return MISSING_DATE;
  const year = digits(text, 0, 4);
  if (year < 0 || text.charCodeAt(4) !== MINUS) return outOfCommonEra(text);
  const month = digits(text, 5, 2);
  const dayOfMonth = digits(text, 8, 2);
  if (month < 0 || dayOfMonth < 0 || text.charCodeAt(7) !== MINUS) return INVALID_DATE;
  const possible =
    year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  if (text.length === 10) return possible ? civilDayOf(year, month, dayOfMonth) : IMPOSSIBLE_DATE;
  const separator = text.charCodeAt(10);
  if (separator !== LETTER_T && separator !== SPACE) return INVALID_DATE;
  const time = TIME_OF_DAY.exec(text.slice(11));
  if (time === null) return INVALID_DATE;
  if (!possible) return IMPOSSIBLE_DATE;
  return readDateTime(civilDayOf(year, month, dayOfMonth), time, clock);
}

const MINUS = 45;
const SPACE = 32;
const LETTER_T = 84;
const TIME_OF_DAY = /^(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

function readDateTime(day: CivilDay, time: RegExpExecArray, clock: ZoneClock): number {
  const hours = Number(time[1]);
  const minutes = Number(time[2]);
  const seconds = Number(time[3] ?? "0");
  if (hours > 23 || minutes > 59 || seconds > 59) return IMPOSSIBLE_DATE;
  const zone = time[5];
  if (zone === undefined) return day;
  const fraction = Number(`0.${time[4] ?? "0"}`);
  const offset = zone === "Z" ? 0 : offsetMinutes(zone);
  if (Number.isNaN(offset)) return IMPOSSIBLE_DATE;
  const milliseconds = ((hours * 60 + minutes - offset) * 60 + seconds + fraction) * 1000;
  return readInstant(day * MILLISECONDS_PER_DAY + Math.floor(milliseconds), clock);
}

function offsetMinutes(zone: string): number {
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || "0");
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (zone.charCodeAt(0) === MINUS ? -1 : 1) * (hours * 60 + minutes);
}

/** The number that `length` digits from `start` write, or −1 if one of them is no digit. */
function digits(text: string, start: number, length: number): number {
  let value = 0;
  for (let i = start; i < start + length; i++) {
    const digit = text.charCodeAt(i) - 48;
    // charCodeAt past the end is NaN, which fails this test too
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Years with a sign or with more than four digits are well written but outside 0001–9999; all else is no date. */
function outOfCommonEra(text: string): number {
  return /^(?:[+-]\d{4,6}|\d{5,6})-\d{2}-\d{2}(?:[T ]|$)/.test(text) ? IMPOSSIBLE_DATE : INVALID_DATE;
}

/** Says what is wrong with a value that `readCivilDay` refused. */
export function dateTrouble(result: number): { readonly code: DateIssue; readonly message: string } {
  if (result === MISSING_DATE) {
    return { code: "missing_date", message: "The date is missing." };
  }
  if (result === IMPOSSIBLE_DATE) {
    return {
      code: "impossible_date",
      message: "The calendar has no such day or time (days run from 0001-01-01 to 9999-12-31).",
    };
  }
  return {
    code: "invalid_date",
    message: "This is no date: pass a Date, epoch milliseconds, YYYY-MM-DD or an ISO date-time.",
  };
}

export type DateIssue = "missing_date" | "impossible_date" | "invalid_date";
