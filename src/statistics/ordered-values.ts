import { CompensatedSums } from "../math/compensated-sums.ts";
import type { Accessor } from "../rows/accessor.ts";
import { DataError } from "../rows/data-error.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { checkOneOf } from "../rows/options.ts";
import { ascendingOrder } from "./ascending-order.ts";
import { type NumberList, readValues, readWeights, type ValueCall } from "./concentration-arguments.ts";

/** What is done with values below 0: refuse them all, or count them as 0. */
export type NegativeValues = "refuse" | "zero";

/** What all measures of concentration may be told about their values. */
export interface ConcentrationInputOptions<Weight> {
  /** For how many a row stands (frequencies, at least 0): a field or function of the row, or a list beside plain numbers. Default 1. */
  readonly weight?: Weight;
  /** What to do with values below 0, for which concentration has no meaning: refuse them (default), or count them as `"zero"`. */
  readonly negative?: NegativeValues;
}

/** How plain numbers are weighted: by a list beside them. */
export type NumberWeight = NumberList;
/** How rows are weighted: by a field or a function of the row. */
export type RowWeight<Row> = Accessor<Row, number>;

/** The names of these options, for refusing any other. */
export const CONCENTRATION_INPUT_NAMES: Readonly<Record<keyof ConcentrationInputOptions<unknown>, true>> = {
  weight: true,
  negative: true,
};

/** How many values stood below 0 and count as 0, and their sum. */
export interface RaisedToZero {
  readonly n: number;
  readonly value: number;
}

/** Checked values in ascending order, each with the number that it stands for. */
export interface OrderedValues {
  /** At least 0. */
  readonly values: Float64Array;
  /** Above 0. */
  readonly weights: Float64Array;
  /** Sum of the weights. */
  readonly n: number;
  /** The largest value. What is worked out in parts of it cannot overflow. */
  readonly largest: number;
  /** Sum of the values in parts of the largest; 0 if there are none, or all are 0. */
  readonly sum: number;
  readonly raised: RaisedToZero;
}

/** Reads and sorts the values of a call, and throws all that is wrong with them at once. */
export function readOrderedValues(call: ValueCall<ConcentrationInputOptions<unknown>>): OrderedValues {
  const { negative = "refuse", weight } = call.options;
  checkOneOf("negative", negative, ["refuse", "zero"]);
  const collector = new IssueCollector();
  const values = readValues(call.list, call.accessor, collector);
  const weights = readWeights(call, weight, collector);
  const field = typeof call.accessor === "string" ? call.accessor : "value";
  if (negative === "refuse") refuseNegative(values, field, collector);
  collector.throwIfAny();
  const raised = raiseToZero(values, weights);
  return ordered(values, weights, raised);
}

function refuseNegative(values: Float64Array, field: string, collector: IssueCollector): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!(value < 0)) continue;
    collector.add("negative_amount", i, field, value, () => `${value} is below 0. ${NEGATIVE}`);
  }
}

const NEGATIVE =
  'Shares of a total need values of at least 0: leave it out, or count it as 0 by { negative: "zero" }.';

function raiseToZero(values: Float64Array, weights: Float64Array | null): RaisedToZero {
  let n = 0;
  const lost = new CompensatedSums(1);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value >= 0) continue;
    const weight = weights === null ? 1 : (weights[i] as number);
    n += weight;
    lost.add(0, value * weight);
    values[i] = 0;
  }
  return { n, value: lost.at(0) };
}

function ordered(raw: Float64Array, weights: Float64Array | null, raised: RaisedToZero): OrderedValues {
  const sorted = ascendingOrder(raw);
  const sortedWeights = new Float64Array(raw.length).fill(1);
  let values = sorted.values;
  let kept = sortedWeights;
  if (weights !== null) {
    let count = 0;
    for (let k = 0; k < values.length; k++) {
      const weight = weights[sorted.places[k] as number] as number;
      if (weight === 0) continue;
      values[count] = values[k] as number;
      sortedWeights[count] = weight;
      count += 1;
    }
    values = values.subarray(0, count);
    kept = sortedWeights.subarray(0, count);
  }
  const largest = values.at(-1) ?? 0;
  const sums = new CompensatedSums(2);
  for (let k = 0; k < values.length; k++) {
    const weight = kept[k] as number;
    sums.add(0, weight);
    if (largest > 0) sums.add(1, weight * ((values[k] as number) / largest));
  }
  return { values, weights: kept, n: sums.at(0), largest, sum: sums.at(1), raised };
}

/** The sum of the values as they came in; refuses one that is not finite. */
export function totalOf({ values, weights, raised }: OrderedValues): number {
  const sums = new CompensatedSums(1);
  for (let k = 0; k < values.length; k++) sums.add(0, (values[k] as number) * (weights[k] as number));
  const total = sums.at(0);
  if (Number.isFinite(total) && Number.isFinite(raised.value)) return total;
  const message = "The values are too large to add up: pass them in a larger unit, such as thousands.";
  throw new DataError([{ code: "amount_overflow", row: null, field: "value", value: null, message }]);
}
