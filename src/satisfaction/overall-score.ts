import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { readAnswers } from "./read-answers.ts";
import type { SatisfactionMeasure, ScaleOptions } from "./satisfaction-measure.ts";
import type { ScoreOfMeasure } from "./satisfaction-score.ts";
import { scoreOfTally } from "./score-of-tally.ts";
import { checkedScoreOptions, type ScoreOptions } from "./score-options.ts";
import { totalTally } from "./tally-answers.ts";

/** The score of all rows. */
export function overallScore<Row, Measure extends SatisfactionMeasure>(
  rows: Iterable<Row>,
  measure: Measure,
  options: ScoreOptions<Row> & ScaleOptions,
): ScoreOfMeasure[Measure] {
  const { scale, score, level } = checkedScoreOptions(options, measure);
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const answers = readAnswers(list, score, scale, collector);
  collector.throwIfAny();
  return scoreOfTally(totalTally(answers, scale), 0, scale, level) as ScoreOfMeasure[Measure];
}
