import { CompensatedSums } from "../math/compensated-sums.ts";
import type { Accessor } from "../rows/accessor.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { type NumberList, valueCall } from "../statistics/concentration-arguments.ts";
import {
  CONCENTRATION_INPUT_NAMES,
  type ConcentrationInputOptions,
  type NumberWeight,
  type OrderedValues,
  type RaisedToZero,
  type RowWeight,
  readOrderedValues,
  totalOf,
} from "../statistics/ordered-values.ts";

/** Which share is given; the other one is worked out. At most one of `customers` and `value`. */
export interface ParetoShareOptions<Weight> extends ConcentrationInputOptions<Weight> {
  /** The best so many of all customers, above 0 and at most 1. Default 0.2. */
  readonly customers?: number;
  /** The best customers until they bring so much of the value, above 0 and at most 1. */
  readonly value?: number;
}

const NAMES = { ...CONCENTRATION_INPUT_NAMES, customers: true, value: true } satisfies Record<
  keyof ParetoShareOptions<unknown>,
  true
>;

/** Which share of the value which share of the best customers brings. */
export interface ParetoShare {
  /** All customers, those with a value of 0 included; with weights their sum. */
  readonly n: number;
  readonly total: number;
  /** Share of customers, as given or as a point of the Lorenz curve; `null` if it is sought and the total is 0. */
  readonly customers: number | null;
  /** Share of the value, as given or as a point of the Lorenz curve; `null` if it is sought and the total is 0. */
  readonly value: number | null;
  /** The fewest whole customers that are the share of customers, or bring the share of the value. */
  readonly wholeCustomers: number | null;
  /** Share of the value that these whole customers bring. */
  readonly valueOfWholeCustomers: number | null;
  /** Values below 0 that count as 0, if `negative` is `"zero"`. */
  readonly raisedToZero: RaisedToZero;
}

/** Sums nearer than this, relative to them, count as equal: amounts in cents are rounded. */
const ROUNDING = 1e-12;

/**
 * The Pareto share: what the best 20 % of customers bring, or which share of customers brings 80 %.
 *
 * The 80/20 rule (Pareto-Prinzip) is a rule of thumb: this says what holds for these customers. Shares lie on the Lorenz curve, straight lines between
 * customers, so that 20 % of 7 customers are 1.4; the whole customers beside them are those who can be named.
 *
 * @param rows - Rows of any kind, one for each customer.
 * @param value - The field that holds the value (revenue, margin, lifetime value), or a function of the row; at least 0.
 * @param options - Either `customers` (a share, default 0.2) or `value` (a share); `weight` and `negative`.
 * @returns `{ n, total, customers, value, wholeCustomers, valueOfWholeCustomers, raisedToZero }`; shares in [0, 1].
 * @throws {@link DataError} for both or impossible shares, and with all rows whose value is no finite number, or below 0 (unless `negative` is
 *   `"zero"`).
 *
 * @example
 * import { paretoShare } from "clientele";
 *
 * const customers = [{ revenue: 600 }, { revenue: 50 }, { revenue: 250 }, { revenue: 100 }];
 * const top = paretoShare(customers, "revenue", { customers: 0.25 });
 * top.value; // => 0.6
 * const most = paretoShare(customers, "revenue", { value: 0.8 });
 * most.customers; // => 0.45
 * most.wholeCustomers; // => 2
 * most.valueOfWholeCustomers; // => 0.85
 */
export function paretoShare<Row>(
  rows: Iterable<Row>,
  value: Accessor<Row, number>,
  options?: ParetoShareOptions<RowWeight<Row>>,
): ParetoShare;
/**
 * The Pareto share of plain numbers.
 *
 * @param values - One number of at least 0 for each customer.
 * @param options - Either `customers` (a share, default 0.2) or `value` (a share); `weight` (a list of frequencies) and `negative`.
 * @returns The same as for rows.
 * @throws {@link DataError} for both or impossible shares, and with all values that are no finite numbers, or below 0 (unless `negative` is
 *   `"zero"`).
 */
export function paretoShare(values: NumberList, options?: ParetoShareOptions<NumberWeight>): ParetoShare;
export function paretoShare(
  rows: unknown,
  second?: unknown,
  third?: ParetoShareOptions<unknown>,
): ParetoShare {
  const call = valueCall(rows, second, third);
  checkNames("options", call.options, NAMES);
  const { customers, value } = call.options;
  const both = customers !== undefined && value !== undefined;
  checkOption("value", value, both ? "Pass customers or value, not both: the other one is sought." : null);
  if (value !== undefined) checkNumber("value", value, { above: 0, most: 1 });
  else checkNumber("customers", customers ?? 0.2, { above: 0, most: 1 });
  const ordered = readOrderedValues(call);
  return {
    n: ordered.n,
    total: totalOf(ordered),
    ...(value === undefined ? shareOfTop(ordered, customers ?? 0.2) : customersFor(ordered, value)),
    raisedToZero: ordered.raised,
  };
}

type Shares = Pick<ParetoShare, "customers" | "value" | "wholeCustomers" | "valueOfWholeCustomers">;

function shareOfTop(ordered: OrderedValues, customers: number): Shares {
  const wanted = customers * ordered.n;
  const whole = Math.ceil(wanted * (1 - ROUNDING));
  return {
    customers,
    value: valueOfTop(ordered, wanted),
    wholeCustomers: whole,
    valueOfWholeCustomers: valueOfTop(ordered, whole),
  };
}

function customersFor(ordered: OrderedValues, value: number): Shares {
  if (ordered.sum === 0) return { customers: null, value, wholeCustomers: null, valueOfWholeCustomers: null };
  const whole = Math.ceil(topWith(ordered, value * (1 - ROUNDING)));
  return {
    customers: topWith(ordered, value) / ordered.n,
    value,
    wholeCustomers: whole,
    valueOfWholeCustomers: valueOfTop(ordered, whole),
  };
}

/** The share of the value that so many of the best bring; the last of them in part. */
function valueOfTop({ values, weights, largest, sum, n }: OrderedValues, count: number): number | null {
  if (sum === 0) return null;
  if (count >= n) return 1;
  const sums = new CompensatedSums(1);
  let left = count;
  for (let k = values.length - 1; k >= 0 && left > 0; k--) {
    const taken = Math.min(left, weights[k] as number);
    sums.add(0, taken * ((values[k] as number) / largest));
    left -= taken;
  }
  return Math.min(1, sums.at(0) / sum);
}

/** How many of the best bring a share of the value; the last of them in part. */
function topWith({ values, weights, largest, sum }: OrderedValues, share: number): number {
  const goal = share * sum;
  const sums = new CompensatedSums(1);
  let count = 0;
  for (let k = values.length - 1; k >= 0 && (values[k] as number) > 0; k--) {
    const weight = weights[k] as number;
    const each = (values[k] as number) / largest;
    const before = sums.at(0);
    sums.add(0, weight * each);
    if (sums.at(0) >= goal) return count + Math.min(weight, (goal - before) / each);
    count += weight;
  }
  return count;
}
