import { checkNames } from "../rows/options.ts";
import { overallScore } from "./overall-score.ts";
import type { NetPromoterScore } from "./satisfaction-score.ts";
import { SCORE_NAMES, type ScoreOptions } from "./score-options.ts";

/**
 * The net promoter score (NPS): the share of promoters (9 and 10) less the share of detractors (0 to 6).
 *
 * It is a number in [−1, 1]; many write it times 100. Few answers say little: with 100 of them the limits are some 0.15 away. If all answers are of
 * one kind the standard error is 0, since nothing varies, and the limits say nothing of what was not asked.
 *
 * @param responses - Rows, one for each person who was asked.
 * @param options - `score` (a whole number from 0 to 10, missing where nobody answered; default the field `score`), `level` of the limits,
 *   default 0.95.
 * @returns Score with standard error and limits, promoters, passives, detractors, and the response rate with its Wilson interval.
 * @throws {@link DataError} with all rows whose answer is no whole number from 0 to 10, or if no row has the field.
 * @see Reichheld (2003), "The one number you need to grow"; the variance is that of a difference of two shares of one sample,
 *   (p₊ + p₋ − (p₊ − p₋)²) ÷ n.
 *
 * @example
 * import { netPromoterScore } from "clientele";
 *
 * const responses = [{ score: 10 }, { score: 9 }, { score: 9 }, { score: 8 }, { score: 3 }, { score: null }];
 * const nps = netPromoterScore(responses);
 * nps.score; // => 0.4
 * nps.standardError; // => 0.3578
 * nps.responseRate?.rate; // => 0.8333
 */
export function netPromoterScore<Row>(
  responses: Iterable<Row>,
  options: ScoreOptions<Row> = {},
): NetPromoterScore {
  checkNames("options", options, SCORE_NAMES);
  return overallScore(responses, "nps", options);
}
