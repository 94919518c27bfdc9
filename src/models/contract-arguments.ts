import { checkNumber } from "../rows/options.ts";

/** Beyond this many periods the powers of a model would overflow. */
const MOST_PERIODS = 1_000_000;

/** Refuses what is no number of periods, renewals or payments. */
export function checkPeriods(path: string, value: unknown, least: 0 | 1): void {
  checkNumber(path, value, { least, most: MOST_PERIODS, whole: true });
}
