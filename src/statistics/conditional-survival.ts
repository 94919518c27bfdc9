import { checkNames, checkNumber } from "../rows/options.ts";
import { greenwoodStep } from "./product-limit.ts";
import { checkCurve, intervalShape, rowsUntil, type SurvivalCurve, survivalUntil } from "./survival-curve.ts";
import { NOTHING_KNOWN, type SurvivalEstimate, survivalEstimate } from "./survival-interval.ts";

/** From when on, and for how long. */
export interface ConditionalSurvivalOptions {
  /** Time that has been survived already, in the unit of the durations. */
  readonly given: number;
  /** Further time to survive, counted from `given`. */
  readonly further: number;
}

/**
 * The share of those who have got as far as a time that survives a further one: S(given + further) ÷ S(given).
 *
 * It is the Kaplan–Meier estimate among those who are left: standard error and interval come from Greenwood's sum over the later times only.
 *
 * @param curve - What `kaplanMeier` returns.
 * @param options - `given`, the time survived already, and `further`, the time to survive from there, both 0 or more in the unit of the durations.
 * @returns `{ survival, standardError, lower, upper }`; all `null` if the data do not reach so far, or nobody survives `given`.
 * @throws {@link DataError} if it is no curve or there are no such times.
 *
 * @example
 * import { conditionalSurvival, kaplanMeier } from "clientele";
 *
 * const curve = kaplanMeier({ duration: [3, 5, 8, 12], event: [1, 0, 1, 0] });
 * conditionalSurvival(curve, { given: 3, further: 7 }).survival; // => 0.5
 */
export function conditionalSurvival(
  curve: SurvivalCurve,
  options: ConditionalSurvivalOptions,
): SurvivalEstimate {
  checkCurve(curve);
  checkNames("options", options, {
    given: true,
    further: true,
  } satisfies Record<keyof ConditionalSurvivalOptions, true>);
  const { given, further } = options;
  checkNumber("given", given, { least: 0 });
  checkNumber("further", further, { least: 0 });
  const before = survivalUntil(curve, given);
  const after = survivalUntil(curve, given + further);
  if (before === null || before === 0 || after === null) return NOTHING_KNOWN;
  const { rows } = curve;
  let greenwood = 0;
  for (const { atRisk, events } of rows.slice(rowsUntil(rows, given), rowsUntil(rows, given + further))) {
    greenwood += greenwoodStep(atRisk, events);
  }
  return survivalEstimate(after / before, greenwood, intervalShape(curve));
}
