import type { Accessor } from "../rows/accessor.ts";
import { codesByKey, codesByKeys, type GroupCodes, type GroupKey } from "../rows/group-codes.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { checkNames } from "../rows/options.ts";
import { readAnswers } from "./read-answers.ts";
import type { SatisfactionMeasure } from "./satisfaction-measure.ts";
import type { ScoreOfMeasure } from "./satisfaction-score.ts";
import { scoreOfTally } from "./score-of-tally.ts";
import { checkedScoreOptions, SATISFACTION_NAMES, type SatisfactionOptions } from "./score-options.ts";
import { tallyAnswers, totalTally } from "./tally-answers.ts";

/** Scores by group. */
export interface SatisfactionByGroup<Group, Measure extends SatisfactionMeasure> {
  /** In the order in which groups first appear. */
  readonly rows: readonly ({ readonly group: Group } & ScoreOfMeasure[Measure])[];
  /** All rows together. */
  readonly total: ScoreOfMeasure[Measure];
}

/**
 * Satisfaction by country, product, segment or any other keys of the rows.
 *
 * @param responses - Rows, one for each person who was asked.
 * @param keys - Name of the field, or function of the row, by which to group; or a list of them for their combinations. What is missing or empty is
 *   a group of its own, `null`.
 * @param options - `measure` (`"nps"`, `"csat"` or `"ces"`), and what the score of the measure takes: `score`, `scale`, `satisfied`, `level`.
 * @returns `{ rows, total }`: for each group its score with limits, counts and response rate.
 * @throws {@link DataError} for options that are none, if no row has the field of a key, or with all rows whose answer or group is none.
 *
 * @example
 * import { satisfactionBy } from "clientele";
 *
 * const responses = [
 *   { country: "DE", score: 10 },
 *   { country: "DE", score: 9 },
 *   { country: "AT", score: 6 },
 * ];
 * const { rows, total } = satisfactionBy(responses, "country", { measure: "nps" });
 * rows.map(({ group, score }) => [group, score]); // => [["DE", 1], ["AT", -1]]
 * total.score; // => 0.3333
 */
export function satisfactionBy<Row, Measure extends SatisfactionMeasure>(
  responses: Iterable<Row>,
  keys: Accessor<Row, GroupValue>,
  options: SatisfactionOptions<Row, Measure>,
): SatisfactionByGroup<GroupKey, Measure>;
export function satisfactionBy<Row, Measure extends SatisfactionMeasure>(
  responses: Iterable<Row>,
  keys: readonly Accessor<Row, GroupValue>[],
  options: SatisfactionOptions<Row, Measure>,
): SatisfactionByGroup<readonly GroupKey[], Measure>;
export function satisfactionBy<Row, Measure extends SatisfactionMeasure>(
  responses: Iterable<Row>,
  keys: Accessor<Row, GroupValue> | readonly Accessor<Row, GroupValue>[],
  options: SatisfactionOptions<Row, Measure>,
): SatisfactionByGroup<GroupKey | readonly GroupKey[], Measure> {
  checkNames("options", options, SATISFACTION_NAMES);
  const { scale, score, level } = checkedScoreOptions(options, options.measure);
  const list = objectRows(responses, "responses");
  const collector = new IssueCollector();
  const grouped: GroupCodes<GroupKey | readonly GroupKey[]> = Array.isArray(keys)
    ? codesByKeys(list, keys as readonly Accessor<Row, GroupValue>[], collector)
    : codesByKey(list, keys as Accessor<Row, GroupValue>, "keys", collector);
  const answers = readAnswers(list, score, scale, collector);
  collector.throwIfAny();
  const tallies = tallyAnswers(answers, grouped.codes, grouped.groups.length, scale);
  const rows = grouped.groups.map((group, at) => {
    return { group, ...(scoreOfTally(tallies, at, scale, level) as ScoreOfMeasure[Measure]) };
  });
  return {
    rows,
    total: scoreOfTally(totalTally(answers, scale), 0, scale, level) as ScoreOfMeasure[Measure],
  };
}
