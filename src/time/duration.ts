import { UTCDateMini } from "@date-fns/utc/date/mini";
import { addMonths } from "date-fns/addMonths";
import { type CivilDay, MILLISECONDS_PER_DAY } from "./civil-day.ts";

/**
 * A length of time in calendar terms, e.g. `{ months: 12 }` or `{ weeks: 39 }`; the parts add up.
 *
 * Months and years follow the calendar (31 January + 1 month is the last day of February), days and weeks are exact.
 */
export interface Duration {
  readonly days?: number;
  readonly weeks?: number;
  readonly months?: number;
  readonly years?: number;
}

export const DURATION_PARTS = ["days", "weeks", "months", "years"] as const;

/** The day that lies a duration after a day. */
export function addDuration(day: CivilDay, duration: Duration): CivilDay {
  return moved(day, duration, 1);
}

/** The day that lies a duration before a day. */
export function subtractDuration(day: CivilDay, duration: Duration): CivilDay {
  return moved(day, duration, -1);
}

/** `subtractDuration` that asks the calendar once per distinct day. */
export function durationBefore(duration: Duration): (day: CivilDay) => CivilDay {
  return oncePerDay((day) => subtractDuration(day, duration));
}

/** `addDuration` that asks the calendar once per distinct day. */
export function durationAfter(duration: Duration): (day: CivilDay) => CivilDay {
  return oncePerDay((day) => addDuration(day, duration));
}

function oncePerDay(move: (day: CivilDay) => CivilDay): (day: CivilDay) => CivilDay {
  const known = new Map<CivilDay, CivilDay>();
  return (day) => {
    let found = known.get(day);
    if (found === undefined) {
      found = move(day);
      known.set(day, found);
    }
    return found;
  };
}

/** Months and years first, as date-fns has it; only they need a calendar. */
function moved(
  day: CivilDay,
  { days = 0, weeks = 0, months = 0, years = 0 }: Duration,
  direction: 1 | -1,
): CivilDay {
  const midnight = new UTCDateMini(day * MILLISECONDS_PER_DAY);
  const date = addMonths(midnight, direction * (12 * years + months));
  return Math.floor(date.getTime() / MILLISECONDS_PER_DAY) + direction * (7 * weeks + days);
}

/** What is wrong with a duration that came from outside, or `null`. */
export function durationTrouble(value: unknown): string | null {
  const hint = "write it like { months: 12 }, with whole days, weeks, months or years of at least 0";
  if (typeof value !== "object" || value === null) return `This is no duration: ${hint}.`;
  let total = 0;
  for (const [part, amount] of Object.entries(value)) {
    if (!(DURATION_PARTS as readonly string[]).includes(part)) {
      return `${JSON.stringify(part)} is no part of a duration: ${hint}.`;
    }
    if (amount === undefined) continue;
    if (!Number.isInteger(amount) || amount < 0) return `${part} is ${String(amount)}: ${hint}.`;
    total += amount;
  }
  if (total > LONGEST_DURATION) return `The duration is longer than any calendar: ${hint}.`;
  return total > 0 ? null : `The duration is empty: ${hint}.`;
}

// In units of whatever part: it only keeps dates inside what the calendar can add.
const LONGEST_DURATION = 100_000;
