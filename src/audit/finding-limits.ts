import type { IsoDate } from "../time/civil-day.ts";

/** Fewer customers have no tenths worth the name. */
export const FEWEST_FOR_TENTHS = 10;

/** From which Gini coefficient on a value is spread less than evenly: moderately so, unevenly, very unevenly. */
export const GINI_LIMITS = [0.2, 0.4, 0.6] as const;

/** Half a cent: money that is nearer is the same. */
export const HALF_CENT = 0.005;

/** How many customers with large changes are named. */
export const NAMED = 3;

/** The same day of the year before, for comparison as text; 29 February need not exist for that. */
export function yearBefore(day: IsoDate): string {
  return String(Number(day.slice(0, 4)) - 1).padStart(4, "0") + day.slice(4);
}
