import type { CivilDay } from "../time/civil-day.ts";
import { type Duration, subtractDuration } from "../time/duration.ts";
import type { PeriodSequence } from "./period-sequence.ts";

/**
 * The active windows at the ends of successive periods.
 *
 * Place 0 is the end before the first period, so that period p runs from place p − 1 to place p.
 */
export interface WindowEnds {
  /** Last day of each window. */
  readonly ends: readonly CivilDay[];
  /** Last day before each window. */
  readonly befores: readonly CivilDay[];
}

/** Which place each day belongs to. */
export interface DayPlaces {
  /** The day that stands at the beginning of `enters`. */
  readonly first: CivilDay;
  /** For each day, the first end that is not before it. */
  readonly enters: Int32Array;
}

/** Windows, and which of them each day lies in. */
export interface PeriodWindows extends WindowEnds, DayPlaces {
  /** For each day, the first end whose window is past it: the day lies in the windows from `enters` up to, not including, this one. */
  readonly leaves: Int32Array;
}

/** Windows at the ends of periods; `null` makes the window the period itself. */
export function windowEnds({ starts, ends }: PeriodSequence, window: Duration | null): WindowEnds {
  const befores =
    window === null ? starts.map((start) => start - 1) : ends.map((end) => subtractDuration(end, window));
  return { ends, befores };
}

/** The places of all days from the first up to the last end. */
export function periodWindows({ ends, befores }: WindowEnds, first: CivilDay): PeriodWindows {
  const days = Math.max(0, (ends.at(-1) ?? first - 1) - first + 1);
  const enters = new Int32Array(days);
  const leaves = new Int32Array(days);
  let enter = 0;
  let leave = 0;
  for (let place = 0; place < days; place++) {
    const day = first + place;
    while ((ends[enter] as number) < day) enter++;
    while (leave < befores.length && (befores[leave] as number) < day) leave++;
    enters[place] = enter;
    leaves[place] = leave;
  }
  return { ends, befores, first, enters, leaves };
}
