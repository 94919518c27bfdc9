import type { TimeUnit } from "../time/unit.ts";

/** Steps at which a calendar is usually read; larger and finer ones are found by tens. */
const USUAL: Readonly<Record<TimeUnit, readonly number[]>> = {
  day: [1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 360, 720],
  week: [1, 2, 4, 8, 13, 26, 52, 104, 208],
  month: [1, 2, 3, 6, 12, 24, 36, 60, 120],
  year: [1, 2, 5, 10, 20, 50],
};

const MOST_STEPS = 10;

/** Times from 0 to the last one, at most ten steps apart, at which an axis is labelled. */
export function timeTicks(last: number, unit: TimeUnit | null): readonly number[] {
  const usual = unit === null || last < 2 ? undefined : USUAL[unit].find((step) => last / step <= MOST_STEPS);
  const step = usual ?? stepOfTens(last / MOST_STEPS);
  // Multiples of a step such as 0.1 carry rounding, which twelve digits leave out.
  return Array.from({ length: Math.floor(last / step + 1e-9) + 1 }, (_, k) =>
    Number((k * step).toPrecision(12)),
  );
}

/** The least of 1, 2 and 5 times a power of ten that is no less than this. */
function stepOfTens(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * (STEPS.find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10);
}

const STEPS: readonly number[] = [1, 2, 5, 10];
