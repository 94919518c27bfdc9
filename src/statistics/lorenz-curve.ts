import type { Accessor } from "../rows/accessor.ts";
import { checkNames, checkNumber } from "../rows/options.ts";
import { type NumberList, valueCall } from "./concentration-arguments.ts";
import {
  CONCENTRATION_INPUT_NAMES,
  type ConcentrationInputOptions,
  type NumberWeight,
  type OrderedValues,
  type RaisedToZero,
  type RowWeight,
  readOrderedValues,
  totalOf,
} from "./ordered-values.ts";

/** What the Lorenz curve may be told. */
export interface LorenzOptions<Weight> extends ConcentrationInputOptions<Weight> {
  /** At most so many points, at least 2, about evenly spaced; each is a point of the full curve. Default: all. */
  readonly points?: number;
}

const NAMES = { ...CONCENTRATION_INPUT_NAMES, points: true } satisfies Record<
  keyof LorenzOptions<unknown>,
  true
>;

/** A point of the Lorenz curve. */
export interface LorenzPoint {
  /** The share of all, counted from those with the least, in [0, 1]. */
  readonly population: number;
  /** The share of the total that they have together, in [0, 1]; never more than `population`. */
  readonly value: number;
}

/** How much of a total those with the least have. */
export interface LorenzCurve {
  /** How many share the total; with weights their sum. */
  readonly n: number;
  readonly total: number;
  /** From (0, 0) to (1, 1), straight lines between them. Empty if the total is 0. */
  readonly rows: readonly LorenzPoint[];
  /** Values below 0 that count as 0, if `negative` is `"zero"`. */
  readonly raisedToZero: RaisedToZero;
}

/**
 * The Lorenz curve: which share of the total the share of those with the least has.
 *
 * The diagonal is the curve of equals; the further the curve hangs below it, the more is concentrated in few hands. Read from the other end it is the
 * Pareto curve: the top 20 % have 1 − the value at 0.8.
 *
 * @param values - Numbers of at least 0, in any unit.
 * @param options - `points` (at most so many), `weight` (a list of frequencies beside the numbers) and `negative`.
 * @returns `{ n, total, rows: [{ population, value }], raisedToZero }`: n + 1 points from (0, 0) to (1, 1), or fewer if asked for.
 * @throws {@link DataError} with all values that are no finite numbers, or are below 0 (unless `negative` is `"zero"`), and if they are too large
 *   to add up.
 * @see Lorenz (1905), "Methods of measuring the concentration of wealth", Publications of the American Statistical Association 9(70).
 *
 * @example
 * import { lorenzCurve } from "clientele";
 *
 * lorenzCurve([60, 10, 20, 10]).rows;
 * // => [
 * //   { population: 0, value: 0 },
 * //   { population: 0.25, value: 0.1 },
 * //   { population: 0.5, value: 0.2 },
 * //   { population: 0.75, value: 0.4 },
 * //   { population: 1, value: 1 },
 * // ]
 */
export function lorenzCurve(values: NumberList, options?: LorenzOptions<NumberWeight>): LorenzCurve;
/**
 * The Lorenz curve of a value of rows.
 *
 * @param rows - Rows, one for each customer or whatever else is compared.
 * @param value - The field that holds the value, or a function of the row; at least 0.
 * @param options - `points` (at most so many), `weight` (a field or function of the row) and `negative`.
 * @returns The same as for plain numbers.
 * @throws {@link DataError} with all rows whose value is no finite number, or below 0 (unless `negative` is `"zero"`), and if the values are
 *   too large to add up.
 */
export function lorenzCurve<Row>(
  rows: Iterable<Row>,
  value: Accessor<Row, number>,
  options?: LorenzOptions<RowWeight<Row>>,
): LorenzCurve;
export function lorenzCurve(rows: unknown, value?: unknown, options?: LorenzOptions<unknown>): LorenzCurve {
  const call = valueCall(rows, value, options);
  checkNames("options", call.options, NAMES);
  const { points } = call.options;
  if (points !== undefined) checkNumber("points", points, { least: 2, whole: true });
  const ordered = readOrderedValues(call);
  const total = totalOf(ordered);
  const curve = ordered.sum === 0 ? [] : curveOf(ordered, points ?? Number.POSITIVE_INFINITY);
  return { n: ordered.n, total, rows: curve, raisedToZero: ordered.raised };
}

/** Steps nearer than this count as reached: shares are rounded. */
const ROUNDING = 1e-9;

function curveOf({ values, weights, n, largest, sum }: OrderedValues, points: number): LorenzPoint[] {
  const rows: LorenzPoint[] = [{ population: 0, value: 0 }];
  const isThinned = points <= values.length;
  const steps = points - 1;
  let before = 0;
  let sumBefore = 0;
  let reached = 0;
  for (let k = 0; k < values.length - 1; k++) {
    before += weights[k] as number;
    sumBefore += (weights[k] as number) * ((values[k] as number) / largest);
    const population = before / n;
    if (isThinned) {
      // The first point at or beyond each step; the last step is (1, 1).
      const step = Math.floor(population * steps + ROUNDING);
      if (step === reached || step === steps) continue;
      reached = step;
    }
    rows.push({ population, value: sumBefore / sum });
  }
  rows.push({ population: 1, value: 1 });
  return rows;
}
