import { checkNames } from "../rows/options.ts";
import { overallScore } from "./overall-score.ts";
import type { ScaleOptions } from "./satisfaction-measure.ts";
import type { CustomerSatisfactionScore } from "./satisfaction-score.ts";
import { SCORE_NAMES, type ScoreOptions } from "./score-options.ts";

/** How satisfaction is asked for. */
export interface CustomerSatisfactionOptions<Row> extends ScoreOptions<Row>, ScaleOptions {}

const NAMES = { ...SCORE_NAMES, scale: true, satisfied: true } satisfies Record<
  keyof CustomerSatisfactionOptions<never>,
  true
>;

/**
 * The customer satisfaction score (CSAT, Kundenzufriedenheit): the share of those who answered with one of the two best answers, 4 and 5 of 5.
 *
 * @param responses - Rows, one for each person who was asked.
 * @param options - `score` (a whole number from 1 to `scale`, missing where nobody answered), `scale` (default 5), `satisfied` (the least answer of a
 *   satisfied customer, default the second-best), `level` of the limits, default 0.95.
 * @returns Share in [0, 1] with its Wilson interval, counts, and the response rate.
 * @throws {@link DataError} with all rows whose answer is no whole number of the scale, or if no row has the field.
 *
 * @example
 * import { customerSatisfactionScore } from "clientele";
 *
 * const csat = customerSatisfactionScore([5, 4, 4, 2, 1].map((score) => ({ score })));
 * csat.score; // => 0.6
 * csat.lower; // => 0.2307
 */
export function customerSatisfactionScore<Row>(
  responses: Iterable<Row>,
  options: CustomerSatisfactionOptions<Row> = {},
): CustomerSatisfactionScore {
  checkNames("options", options, NAMES);
  return overallScore(responses, "csat", options);
}
