import { checkNumber } from "../rows/options.ts";

/** Periods that are listed unless somebody asks for more. */
const LISTED = 60;

/** More periods than anybody reads, and than a result should hold. */
const MOST_LISTED = 10_000;

/** How many periods are listed of so many, or of all if there is no end. */
export function listedPeriods(asked: number | undefined, horizon: number): number {
  if (asked !== undefined) checkNumber("listPeriods", asked, { least: 0, most: MOST_LISTED, whole: true });
  return Math.min(asked ?? LISTED, horizon);
}

/** Refuses a number of periods that is none; without end it is `Infinity`. */
export function checkHorizon(value: unknown, most: number): void {
  if (value !== Number.POSITIVE_INFINITY) checkNumber("periods", value, { least: 1, most, whole: true });
}
