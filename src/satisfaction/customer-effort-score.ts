import { checkNames } from "../rows/options.ts";
import { overallScore } from "./overall-score.ts";
import type { ScaleOptions } from "./satisfaction-measure.ts";
import type { CustomerEffortScore } from "./satisfaction-score.ts";
import { SCORE_NAMES, type ScoreOptions } from "./score-options.ts";

/** How effort is asked for. */
export interface CustomerEffortOptions<Row> extends ScoreOptions<Row>, Pick<ScaleOptions, "scale"> {}

const NAMES = { ...SCORE_NAMES, scale: true } satisfies Record<keyof CustomerEffortOptions<never>, true>;

/**
 * The customer effort score (CES): the mean answer to how easy it was, from 1 (very difficult) to 7 (very easy).
 *
 * Higher is better. If you asked for effort instead of ease, turn the answers round first: `score: (row) => 8 - row.effort`.
 *
 * @param responses - Rows, one for each person who was asked.
 * @param options - `score` (a whole number from 1 to `scale`, missing where nobody answered), `scale` (default 7), `level` of the limits, default 0.95.
 * @returns Mean with standard error and Student's limits (`null` with one answer), counts above, in and below the middle, and the response rate.
 * @throws {@link DataError} with all rows whose answer is no whole number of the scale, or if no row has the field.
 *
 * @example
 * import { customerEffortScore } from "clientele";
 *
 * const ces = customerEffortScore([7, 6, 6, 4, 2].map((score) => ({ score })));
 * ces.score; // => 5
 * ces.lower; // => 2.5167
 * ces.upper; // => 7
 */
export function customerEffortScore<Row>(
  responses: Iterable<Row>,
  options: CustomerEffortOptions<Row> = {},
): CustomerEffortScore {
  checkNames("options", options, NAMES);
  return overallScore(responses, "ces", options);
}
