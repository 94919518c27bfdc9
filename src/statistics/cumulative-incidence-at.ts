import type { GroupValue } from "../rows/group-value.ts";
import { checkNumber } from "../rows/options.ts";
import { causeOf, checkIncidence } from "./cumulative-incidence-check.ts";
import type { CumulativeIncidence, IncidenceEstimate } from "./cumulative-incidence-result.ts";
import { rowsUntil } from "./survival-curve.ts";

/**
 * The share that has had a cause by a time, read from cumulative incidences.
 *
 * It is that of the last step at or before the time, 0 before the first. After the last observed time everything is `null`, unless nobody was left
 * without an event, when nothing can change any more.
 *
 * @param incidence - What `cumulativeIncidence` returns.
 * @param cause - One of its causes.
 * @param time - Time since the start, 0 or more, in the unit of the rows' times.
 * @returns `{ incidence, standardError, lower, upper }`.
 * @throws {@link DataError} if these are no incidences, or there is no such cause or time.
 *
 * @example
 * import { cumulativeIncidence, incidenceAt } from "clientele";
 *
 * const offers = [
 *   { days: 3, end: "won" },
 *   { days: 5, end: "lost" },
 *   { days: 8, end: null },
 * ];
 * const incidence = cumulativeIncidence(offers, { time: "days", cause: "end" });
 * incidenceAt(incidence, "won", 6).incidence; // => 0.3333
 * incidenceAt(incidence, "won", 9).incidence; // => null
 */
export function incidenceAt(
  incidence: CumulativeIncidence,
  cause: GroupValue,
  time: number,
): IncidenceEstimate {
  checkIncidence(incidence);
  const { steps } = causeOf(incidence, cause);
  checkNumber("time", time, { least: 0 });
  if (time > incidence.lastTime && incidence.survival.at(-1)?.survival !== 0) {
    return { incidence: null, standardError: null, lower: null, upper: null };
  }
  const step = steps[rowsUntil(steps, time) - 1];
  if (step === undefined) return { incidence: 0, standardError: 0, lower: null, upper: null };
  const { incidence: share, standardError, lower, upper } = step;
  return { incidence: share, standardError, lower, upper };
}
