import { type CivilDay, civilDayOf, MILLISECONDS_PER_DAY } from "./civil-day.ts";

/** Says on which civil day an instant (epoch milliseconds) falls. */
export type ZoneClock = (epochMilliseconds: number) => CivilDay;

/** True for an IANA name that this machine's `Intl` knows. */
export function isTimeZone(name: unknown): name is string {
  if (typeof name !== "string" || name === "") return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The clock of a time zone, for many instants.
 *
 * Offsets are looked up once per distinct UTC day, never once per row; a day in which the offset changes is split at the
 * exact millisecond of the change.
 */
export function zoneClock(timeZone: string): ZoneClock {
  if (timeZone === "UTC") return (ms) => Math.floor(ms / MILLISECONDS_PER_DAY);
  const format = clockFormat(timeZone);
  const days = new Map<number, OffsetsOfDay>();
  let lastUtcDay = Number.NaN;
  let last: OffsetsOfDay = { before: 0, change: 0, after: 0 };
  return (ms) => {
    const utcDay = Math.floor(ms / MILLISECONDS_PER_DAY);
    if (utcDay !== lastUtcDay) {
      let known = days.get(utcDay);
      if (known === undefined) {
        known = offsetsOfDay(format, utcDay);
        days.set(utcDay, known);
      }
      last = known;
      lastUtcDay = utcDay;
    }
    const offset = ms < last.change ? last.before : last.after;
    return Math.floor((ms + offset) / MILLISECONDS_PER_DAY);
  };
}

/** The clock of a time zone for a few instants: it remembers nothing, and asks `Intl` only if there is an instant. */
export function instantClock(timeZone: string): ZoneClock {
  return (ms) =>
    Math.floor((ms + (timeZone === "UTC" ? 0 : offsetAt(clockFormat(timeZone), ms))) / MILLISECONDS_PER_DAY);
}

interface OffsetsOfDay {
  readonly before: number;
  readonly change: number;
  readonly after: number;
}

function offsetsOfDay(format: Intl.DateTimeFormat, utcDay: number): OffsetsOfDay {
  const start = utcDay * MILLISECONDS_PER_DAY;
  const end = start + MILLISECONDS_PER_DAY;
  const before = offsetAt(format, start);
  const after = offsetAt(format, end - 1);
  if (before === after) return { before, change: start, after };
  let low = start;
  let high = end - 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(format, middle) === before) low = middle;
    else high = middle;
  }
  return { before, change: high, after };
}

/** Written for parsing, not for people; Intl is asked directly since offsets of the past have seconds and a sign below the hour. */
function clockFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
}

/** Local time minus UTC at an instant, in milliseconds. */
function offsetAt(format: Intl.DateTimeFormat, epochMilliseconds: number): number {
  const wholeSeconds = Math.floor(epochMilliseconds / 1000) * 1000;
  const parts = new Map(format.formatToParts(wholeSeconds).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const year = parts.get("era")?.startsWith("B") === true ? 1 - part("year") : part("year");
  const day = civilDayOf(year, part("month"), part("day"));
  const seconds = part("hour") * 3600 + part("minute") * 60 + part("second");
  return day * MILLISECONDS_PER_DAY + seconds * 1000 - wholeSeconds;
}

/** What is wrong with the name of a time zone that came from outside, or `null`. */
export function timeZoneTrouble(value: unknown): string | null {
  return isTimeZone(value)
    ? null
    : 'This is no time zone: pass an IANA name such as "Europe/Berlin" or "UTC".';
}
