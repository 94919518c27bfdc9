import type { Accessor } from "../rows/accessor.ts";
import { codesByKey, type GroupKey } from "../rows/group-codes.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { type JoinOptions, joinAnswers } from "./joined-answers.ts";
import type { SatisfactionMeasure } from "./satisfaction-measure.ts";
import type { ScoreOfMeasure } from "./satisfaction-score.ts";
import { scoreOfTally } from "./score-of-tally.ts";
import { SATISFACTION_NAMES } from "./score-options.ts";
import { tallyAnswers, totalTally } from "./tally-answers.ts";

/** How answers find their customers, and customers their class. */
export interface SatisfactionByClassOptions<Row, Customer, Measure extends SatisfactionMeasure>
  extends JoinOptions<Row, Measure> {
  /** Class, segment or any other key of a customer. Default the field `class`, as `classifyCustomers` has it. */
  readonly class?: Accessor<Customer, GroupValue>;
}

const NAMES = {
  ...SATISFACTION_NAMES,
  customer: true,
  date: true,
  class: true,
} satisfies Record<keyof SatisfactionByClassOptions<never, never, never>, true>;

/** Scores by class of customer. */
export interface SatisfactionByClass<Measure extends SatisfactionMeasure> {
  /** In the order in which classes first appear; `asked` counts the customers of the class, whether they were asked or not. */
  readonly rows: readonly ({ readonly class: GroupKey } & ScoreOfMeasure[Measure])[];
  /** All customers together. */
  readonly total: ScoreOfMeasure[Measure];
  /** People who answered and are not among the customers. */
  readonly strangers: number;
}

/**
 * How satisfied customers of each class are: new or regular, key account or not, segment by segment.
 *
 * Each customer counts once, with his latest answer, so that those who are asked often do not weigh more.
 *
 * @param responses - Rows with a customer and an answer each.
 * @param customers - Rows with a `customerId` and a class each, such as `classifyCustomers(log).rows` or the rows of `rfm`.
 * @param options - `measure`, `class` (default the field `class`), `customer` and `date` of the answers, and what the score of the measure takes.
 * @returns `{ rows, total, strangers }`: for each class its score with limits; the response rate is answers ÷ customers of the class.
 * @throws {@link DataError} for options that are none, or with all rows whose customer, class, answer or date is none.
 *
 * @example
 * import { satisfactionByClass } from "clientele";
 *
 * const responses = [
 *   { customerId: "A", date: "2025-01-10", score: 6 },
 *   { customerId: "A", date: "2025-06-10", score: 9 },
 *   { customerId: "B", date: "2025-06-11", score: 3 },
 * ];
 * const customers = [
 *   { customerId: "A", class: "regular" },
 *   { customerId: "B", class: "declining" },
 *   { customerId: "C", class: "declining" },
 * ];
 * const { rows } = satisfactionByClass(responses, customers, { measure: "nps" });
 * rows.map((row) => [row.class, row.score, row.responses]); // => [["regular", 1, 1], ["declining", -1, 1]]
 */
export function satisfactionByClass<Row, Customer, Measure extends SatisfactionMeasure>(
  responses: Iterable<Row>,
  customers: Iterable<Customer>,
  options: SatisfactionByClassOptions<Row, Customer, Measure>,
): SatisfactionByClass<Measure> {
  checkNames("options", options, NAMES);
  const { class: key = "class" as Accessor<Customer, GroupValue>, ...join } = options;
  checkOption("class", key, key === null ? "Name the field that holds the class." : null);
  const joined = joinAnswers<Row, Customer, Measure>(responses, customers, join as JoinOptions<Row, Measure>);
  const { answers, scale, level, collector } = joined;
  const { groups, codes } = codesByKey(joined.customers, key, "class", collector);
  collector.throwIfAny();
  const tallies = tallyAnswers(answers, codes, groups.length, scale);
  return {
    rows: groups.map((group, at) => ({
      class: group,
      ...(scoreOfTally(tallies, at, scale, level) as ScoreOfMeasure[Measure]),
    })),
    total: scoreOfTally(totalTally(answers, scale), 0, scale, level) as ScoreOfMeasure[Measure],
    strangers: joined.strangers,
  };
}
