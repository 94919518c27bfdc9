import { CompensatedSums } from "../math/compensated-sums.ts";
import { standardDeviation } from "../math/standard-deviation.ts";
import type { Accessor } from "../rows/accessor.ts";
import { checkFigures } from "../rows/finite-figures.ts";
import { checkNames } from "../rows/options.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { type JoinOptions, joinAnswers } from "./joined-answers.ts";
import { bandOf, type SatisfactionBand, type SatisfactionMeasure } from "./satisfaction-measure.ts";
import { MEASURE_NAMES } from "./score-options.ts";

/** How answers find their customers, and what those are worth. */
export interface ValueBySatisfactionOptions<Row, Customer, Measure extends SatisfactionMeasure>
  extends Omit<JoinOptions<Row, Measure>, "level"> {
  /** Money of the customer, such as `"revenue"` of summaries or `"lifetimeValue"` of predictions. There is no default. */
  readonly value: Accessor<Customer, number>;
}

const NAMES = {
  ...MEASURE_NAMES,
  customer: true,
  date: true,
  value: true,
} satisfies Record<keyof ValueBySatisfactionOptions<never, never, never>, true>;

/** What the customers of a band are worth. */
export interface BandValue {
  /** `"no-answer"` for customers who have not answered. */
  readonly band: SatisfactionBand | "no-answer";
  readonly customers: number;
  /** Customers ÷ all customers; `null` if there are none at all. */
  readonly shareOfCustomers: number | null;
  /** Sum of the values. */
  readonly value: number;
  /** Value ÷ value of all; `null` unless that is above 0. */
  readonly shareOfValue: number | null;
  /** Value per customer; `null` without customers. */
  readonly meanValue: number | null;
  /** Standard error of the mean; `null` with fewer than two customers. */
  readonly standardError: number | null;
}

/** Values by what customers answered. */
export interface ValueBySatisfaction {
  /** The best band first, `"no-answer"` last; they add up to the total. */
  readonly rows: readonly BandValue[];
  readonly total: { readonly customers: number; readonly value: number };
  /** People who answered and are not among the customers. */
  readonly strangers: number;
}

/**
 * What promoters, passives and detractors are worth, and those who never answered.
 *
 * It says how much revenue or lifetime value stands with dissatisfied customers; it does not say that satisfaction is the cause.
 *
 * @param responses - Rows with a customer and an answer each; the latest answer of a customer counts.
 * @param customers - Rows with a `customerId` and a value each, such as `summarizeCustomers(log).rows` or `predictCustomers(…)`.
 * @param options - `measure`, `value` (money of a customer), `customer` and `date` of the answers, `score`, `scale`, `satisfied`.
 * @returns `{ rows, total, strangers }`: for each band customers, their share, sum, share and mean of the value with its standard error.
 * @throws {@link DataError} for options that are none, or with all rows whose customer, value, answer or date is none.
 *
 * @example
 * import { valueBySatisfaction } from "clientele";
 *
 * const responses = [
 *   { customerId: "A", score: 9 },
 *   { customerId: "B", score: 2 },
 * ];
 * const customers = [
 *   { customerId: "A", revenue: 300 },
 *   { customerId: "B", revenue: 100 },
 *   { customerId: "C", revenue: 100 },
 * ];
 * const { rows } = valueBySatisfaction(responses, customers, { measure: "nps", value: "revenue" });
 * rows.map(({ band, shareOfValue }) => [band, shareOfValue]); // => [["promoter", 0.6], ["passive", 0], ["detractor", 0.2], ["no-answer", 0.2]]
 */
export function valueBySatisfaction<Row, Customer, Measure extends SatisfactionMeasure>(
  responses: Iterable<Row>,
  customers: Iterable<Customer>,
  options: ValueBySatisfactionOptions<Row, Customer, Measure>,
): ValueBySatisfaction {
  checkNames("options", options, NAMES);
  const { value, ...join } = options;
  const joined = joinAnswers<Row, Customer, Measure>(responses, customers, join as JoinOptions<Row, Measure>);
  const { answers, scale, collector } = joined;
  const values = readNumbers(joined.customers, value, "value", collector);
  collector.throwIfAny();
  checkFigures(
    "value",
    values.reduce((size, own) => size + Math.abs(own), 0),
  );
  const names: readonly BandValue["band"][] = [...scale.bands, "no-answer"];
  const bands = Uint8Array.from(answers, (answer) =>
    Number.isNaN(answer) ? scale.bands.length : bandOf(answer, scale),
  );
  const sums = new CompensatedSums(names.length + 1);
  const counts = new Int32Array(names.length);
  for (let i = 0; i < values.length; i++) {
    const band = bands[i] as number;
    counts[band] = (counts[band] as number) + 1;
    sums.add(band, values[i] as number);
    sums.add(names.length, values[i] as number);
  }
  const means = Float64Array.from(counts, (count, band) => sums.at(band) / count);
  const total = { customers: values.length, value: sums.at(names.length) };
  const rows = names.map((band, at): BandValue => {
    const n = counts[at] as number;
    const own = values.filter((_, i) => bands[i] === at);
    return {
      band,
      customers: n,
      shareOfCustomers: total.customers > 0 ? n / total.customers : null,
      value: sums.at(at),
      shareOfValue: total.value > 0 ? sums.at(at) / total.value : null,
      meanValue: n > 0 ? (means[at] as number) : null,
      standardError: n > 1 ? standardDeviation(own, means[at] as number) / Math.sqrt(n) : null,
    };
  });
  return { rows, total, strangers: joined.strangers };
}
