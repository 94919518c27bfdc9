import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { anyHasField, ID_FIELD, uniqueCustomers } from "../rows/unique-customers.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { readDays } from "../time/read-days.ts";
import { answerersOf, latestAnswers } from "./latest-answers.ts";
import { readAnswers } from "./read-answers.ts";
import type { SatisfactionMeasure, Scale } from "./satisfaction-measure.ts";
import { checkedScoreOptions, type SatisfactionOptions } from "./score-options.ts";

/** How answers find their customers. */
export interface JoinOptions<Row, Measure extends SatisfactionMeasure>
  extends SatisfactionOptions<Row, Measure> {
  /** The customer who answered. Default the field `customerId`. */
  readonly customer?: Accessor<Row, CustomerId>;
  /** The day of the answer, which decides which is the latest. Default the field `date` if there is one, else the order of the rows. */
  readonly date?: Accessor<Row, DateInput>;
}

/** Customers with their latest answer. */
export interface JoinedAnswers<Customer> {
  readonly customers: readonly Customer[];
  /** For each customer his latest answer; NaN for those who never answered. */
  readonly answers: Float64Array;
  /** Answers of people who are not among the customers. */
  readonly strangers: number;
  readonly scale: Scale;
  readonly level: number;
  readonly collector: IssueCollector;
}

/** Joins rows of customers with the latest answer of each. */
export function joinAnswers<Row, Customer, Measure extends SatisfactionMeasure>(
  responses: Iterable<Row>,
  customers: Iterable<Customer>,
  options: JoinOptions<Row, Measure>,
): JoinedAnswers<Customer> {
  const { scale, score, level } = checkedScoreOptions(options, options.measure);
  const asked = objectRows(responses, "responses");
  const known = objectRows(customers, "customers");
  const collector = new IssueCollector();
  const ids = uniqueCustomers(known, ID_FIELD as Accessor<Customer, CustomerId>, "customers", collector);
  const answerers = answerersOf(asked, options.customer ?? ID_FIELD, collector);
  const answers = readAnswers(asked, score, scale, collector);
  const dated = options.date !== undefined || anyHasField(asked, "date");
  const days = dated ? readDays(asked, options.date ?? "date", "date", "UTC", collector) : null;
  collector.throwIfAny();
  const latest = latestAnswers(answers, answerers, days);
  const numberOf = new Map(answerers.ids.map((id, number) => [id, number] as const));
  const own = Float64Array.from(ids, (id) => {
    const number = numberOf.get(id);
    return number === undefined ? Number.NaN : (latest[number] as number);
  });
  const answered = latest.reduce((count, answer) => (Number.isNaN(answer) ? count : count + 1), 0);
  const found = own.reduce((count, answer) => (Number.isNaN(answer) ? count : count + 1), 0);
  return { customers: known, answers: own, strangers: answered - found, scale, level, collector };
}
