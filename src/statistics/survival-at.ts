import { checkNumber } from "../rows/options.ts";
import { checkCurve, rowsUntil, type SurvivalCurve } from "./survival-curve.ts";
import { NOTHING_KNOWN, type SurvivalEstimate } from "./survival-interval.ts";

/**
 * The share that survives a time, read from a survival curve.
 *
 * Survivors are those without the event up to and including the time: the value of the last row at or before it, 1 before the first. After the
 * last observed time everything is `null`, unless the curve has come down to 0, where it stays.
 *
 * @param curve - What `kaplanMeier` returns.
 * @param time - Time since the start, 0 or more, in the unit of the durations.
 * @returns `{ survival, standardError, lower, upper }`, with the curve's kind of interval.
 * @throws {@link DataError} if it is no curve or no such time.
 *
 * @example
 * import { kaplanMeier, survivalAt } from "clientele";
 *
 * const curve = kaplanMeier({ duration: [3, 5, 8, 12], event: [1, 0, 1, 0] });
 * survivalAt(curve, 10); // => { survival: 0.375, standardError: 0.2864, lower: 0.0110, upper: 0.8080 }
 * survivalAt(curve, 13).survival; // => null
 */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalEstimate {
  checkCurve(curve);
  checkNumber("time", time, { least: 0 });
  const { rows } = curve;
  const last = rows.at(-1);
  if (last !== undefined && time > last.time && last.survival > 0) return NOTHING_KNOWN;
  const row = rows[rowsUntil(rows, time) - 1];
  if (row === undefined) return { survival: 1, standardError: 0, lower: null, upper: null };
  const { survival, standardError, lower, upper } = row;
  return { survival, standardError, lower, upper };
}
