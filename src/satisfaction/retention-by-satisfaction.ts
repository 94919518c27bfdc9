import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { ID_FIELD } from "../rows/unique-customers.ts";
import { type Interval, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { newcombeInterval } from "../statistics/newcombe-interval.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import { type Duration, durationAfter, durationTrouble } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { readDays } from "../time/read-days.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { answerersOf } from "./latest-answers.ts";
import { purchasedWithin } from "./purchased-within.ts";
import { readAnswers } from "./read-answers.ts";
import { bandOf, type SatisfactionBand, type SatisfactionMeasure } from "./satisfaction-measure.ts";
import { checkedScoreOptions, SATISFACTION_NAMES, type SatisfactionOptions } from "./score-options.ts";

/** How long after an answer a purchase counts. */
export interface RetentionBySatisfactionOptions<Row, Measure extends SatisfactionMeasure>
  extends SatisfactionOptions<Row, Measure> {
  /** How long after the answer a purchase counts as staying, e.g. `{ months: 12 }`. There is no default. */
  readonly within: Duration;
  /** The customer who answered. Default the field `customerId`. */
  readonly customer?: Accessor<Row, CustomerId>;
  /** The day of the answer. Default the field `date`. */
  readonly date?: Accessor<Row, DateInput>;
  /** Last day that is looked at. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
}

const NAMES = {
  ...SATISFACTION_NAMES,
  within: true,
  customer: true,
  date: true,
  asOf: true,
} satisfies Record<keyof RetentionBySatisfactionOptions<never, never>, true>;

/** What became of the customers of a band. */
export interface BandRetention {
  readonly band: SatisfactionBand;
  /** Answers whose time was over by `asOf`. */
  readonly responses: number;
  /** Of these the ones after which the customer bought in time. */
  readonly retained: number;
  /** Retained ÷ responses with its Wilson limits; `null` without responses. */
  readonly retentionRate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Answers whose time was not over: they are in no rate. */
  readonly pending: number;
}

/** Later retention by answer. */
export interface RetentionBySatisfaction {
  readonly asOf: IsoDate;
  /** The best band first. */
  readonly rows: readonly BandRetention[];
  /** Rate of the best band − rate of the worst with Newcombe's limits; `null` if either has no responses. */
  readonly difference: ({ readonly difference: number } & Interval) | null;
  /** Answers of people who have no transaction in the log; they count as not retained. */
  readonly strangers: number;
}

/**
 * Whether satisfied customers stay: the share of promoters, passives and detractors who bought again within a time after their answer.
 *
 * An answer counts only if its whole time was observed, so that late answers do not look like churn. A purchase on the day of the answer does not
 * count, since it may have been the reason for the question. Each answer counts, also several of one customer; limits take them as independent.
 *
 * @param responses - Rows with a customer, a date and an answer each.
 * @param log - Log of purchases.
 * @param options - `measure`, `within` (a duration after the answer), `asOf`, `customer` and `date` of the answers, `score`, `scale`, `satisfied`,
 *   `level`.
 * @returns `{ asOf, rows, difference, strangers }`; rates in [0, 1].
 * @throws {@link DataError} for options that are none, or with all rows whose customer, answer or date is none.
 *
 * @example
 * import { retentionBySatisfaction, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "A", date: "2024-01-10", amount: 20 },
 *   { customerId: "A", date: "2024-05-01", amount: 30 },
 *   { customerId: "B", date: "2024-01-12", amount: 20 },
 *   { customerId: "C", date: "2024-12-31", amount: 10 },
 * ]);
 * const responses = [
 *   { customerId: "A", date: "2024-01-20", score: 9 },
 *   { customerId: "B", date: "2024-01-20", score: 5 },
 * ];
 * const { rows } = retentionBySatisfaction(responses, log, { measure: "nps", within: { months: 6 } });
 * rows.map(({ band, retentionRate }) => [band, retentionRate]); // => [["promoter", 1], ["passive", null], ["detractor", 0]]
 */
export function retentionBySatisfaction<Row, Measure extends SatisfactionMeasure>(
  responses: Iterable<Row>,
  log: TransactionLog,
  options: RetentionBySatisfactionOptions<Row, Measure>,
): RetentionBySatisfaction {
  checkNames("options", options, NAMES);
  const asOf = asOfDay(log, options.asOf);
  const { within, customer = ID_FIELD, date = "date" } = options;
  checkOption("within", within, durationTrouble(within));
  const { scale, score, level } = checkedScoreOptions(options, options.measure);
  const list = objectRows(responses, "responses");
  const collector = new IssueCollector();
  const { ids, codes } = answerersOf(list, customer, collector);
  const days = readDays(list, date, "date", log.timeZone, collector);
  const answers = readAnswers(list, score, scale, collector);
  collector.throwIfAny();
  const places = placesIn(log, ids);
  const endOf = durationAfter(within);
  const counts = new Int32Array(scale.bands.length);
  const retained = new Int32Array(scale.bands.length);
  const pending = new Int32Array(scale.bands.length);
  let strangers = 0;
  for (let i = 0; i < answers.length; i++) {
    const answer = answers[i] as number;
    if (Number.isNaN(answer)) continue;
    const band = bandOf(answer, scale);
    const end = endOf(days[i] as number);
    const place = places[codes[i] as number] as number;
    if (place < 0) strangers += 1;
    if (end > asOf) pending[band] = (pending[band] as number) + 1;
    else {
      counts[band] = (counts[band] as number) + 1;
      if (place >= 0 && purchasedWithin(log, place, days[i] as number, end))
        retained[band] = (retained[band] as number) + 1;
    }
  }
  const z = standardErrorsOfLevel(level);
  const estimates = scale.bands.map((_, at) => {
    return wilsonInterval(retained[at] as number, counts[at] as number, z);
  });
  const best = estimates[0] ?? null;
  const worst = estimates.at(-1) ?? null;
  return {
    asOf: isoDate(asOf),
    rows: scale.bands.map((band, at) => ({
      band,
      responses: counts[at] as number,
      retained: retained[at] as number,
      retentionRate: estimates[at]?.rate ?? null,
      lower: estimates[at]?.lower ?? null,
      upper: estimates[at]?.upper ?? null,
      pending: pending[at] as number,
    })),
    difference:
      best === null || worst === null
        ? null
        : { difference: best.rate - worst.rate, ...newcombeInterval(best, worst) },
    strangers,
  };
}

/** For each id its place in the log; −1 for those who are not there. */
function placesIn(log: TransactionLog, ids: readonly CustomerId[]): Int32Array {
  const placeOf = new Map(log.customerIds.map((id, place) => [id, place] as const));
  return Int32Array.from(ids, (id) => placeOf.get(id) ?? -1);
}
