import type { Accessor } from "../rows/accessor.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { type NumberList, valueCall } from "./concentration-arguments.ts";
import { type RatioMeasures, ratioMeasures } from "./concentration-measures.ts";
import { correctedGini, giniOf } from "./gini.ts";
import { lorenzAsymmetry } from "./lorenz-asymmetry.ts";
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

/** What the measures of concentration may be told. */
export interface ConcentrationOptions<Weight> extends ConcentrationInputOptions<Weight> {
  /** For how many of the largest to give the share; whole numbers of at least 1. Default `[1, 3, 5, 10]`. */
  readonly top?: readonly number[];
}

const NAMES = { ...CONCENTRATION_INPUT_NAMES, top: true } satisfies Record<
  keyof ConcentrationOptions<unknown>,
  true
>;

/** What the largest have together (concentration ratio CR_n). */
export interface TopShare {
  /** How many of the largest. */
  readonly n: number;
  /** The sum of their values. */
  readonly value: number;
  /** Of the total, in [0, 1]; 1 if there are no more than n. `null` if the total is 0. */
  readonly share: number | null;
}

/** How unequally a total is spread. Every measure is `null` if the total is 0. */
export interface Concentration {
  /** How many share the total, zeros included; with weights their sum. */
  readonly n: number;
  /** How many of them have 0. */
  readonly zeros: number;
  readonly total: number;
  /** Gini coefficient, in [0, 1). */
  readonly gini: number | null;
  /** Gini coefficient × n ÷ (n − 1), in [0, 1]; `null` also for n = 1. */
  readonly giniCorrected: number | null;
  /** Lorenz asymmetry of Damgaard & Weiner: above 1 a few large ones make the inequality, below 1 many small ones. */
  readonly asymmetry: number | null;
  /** Herfindahl–Hirschman index: the sum of squared shares, from 1 ÷ n to 1. Competition authorities print it times 10,000. */
  readonly hhi: number | null;
  /** 1 ÷ HHI: as many equal ones would be as concentrated. */
  readonly numbersEquivalent: number | null;
  /** Rosenbluth (Hall–Tideman) index: 1 ÷ (n (1 − Gini)). */
  readonly rosenbluth: number | null;
  /** Theil's T in natural logarithms, from 0 to ln n. */
  readonly theil: number | null;
  /** Mean logarithmic deviation (Theil's L); `null` also if there is a 0. */
  readonly meanLogDeviation: number | null;
  /** Atkinson's index with aversion 0.5. */
  readonly atkinsonHalf: number | null;
  /** Atkinson's index with aversion 1; `null` also if there is a 0. */
  readonly atkinsonOne: number | null;
  /** Hoover's index: the part of the total that would have to change hands for all to have the same. */
  readonly hoover: number | null;
  /** Standard deviation (with n, not n − 1) ÷ mean. */
  readonly coefficientOfVariation: number | null;
  /** What the largest have, in the order of `top`. */
  readonly topShares: readonly TopShare[];
  /** Values below 0 that count as 0, if `negative` is `"zero"`. */
  readonly raisedToZero: RaisedToZero;
}

/**
 * Measures how unequally a total is spread: Gini, HHI, Theil, shares of the largest and more, all from one sorting.
 *
 * Zeros count as having nothing and make concentration higher; leave them out of the rows if they are no customers. With weights each row
 * stands for so many that have the same; what is unequal within a row cannot be seen.
 *
 * @param values - Numbers of at least 0, in any unit.
 * @param options - `top` (default `[1, 3, 5, 10]`), `weight` (a list of frequencies beside the numbers) and `negative`.
 * @returns `{ n, zeros, total, gini, giniCorrected, asymmetry, hhi, numbersEquivalent, rosenbluth, theil, meanLogDeviation, atkinsonHalf,
 *   atkinsonOne, hoover, coefficientOfVariation, topShares: [{ n, value, share }], raisedToZero }`.
 * @throws {@link DataError} with all values that are no finite numbers, or are below 0 (unless `negative` is `"zero"`), and if they are too large
 *   to add up.
 * @see Cowell (2011), Measuring Inequality; Hall & Tideman (1967), JASA 62; Damgaard & Weiner (2000), Ecology 81(4).
 *
 * @example
 * import { concentration } from "clientele";
 *
 * const customers = [
 *   { customerId: "Ada", revenue: 700 },
 *   { customerId: "Ben", revenue: 200 },
 *   { customerId: "Cem", revenue: 100 },
 * ];
 * const spread = concentration(customers, "revenue", { top: [1, 2] });
 * spread.gini; // => 0.4
 * spread.hhi; // => 0.54
 * spread.numbersEquivalent; // => 1.85
 * spread.topShares; // => [{ n: 1, value: 700, share: 0.7 }, { n: 2, value: 900, share: 0.9 }]
 */
export function concentration(
  values: NumberList,
  options?: ConcentrationOptions<NumberWeight>,
): Concentration;
/**
 * Measures how unequally a value is spread over rows.
 *
 * @param rows - Rows, one for each customer or whatever else is compared.
 * @param value - The field that holds the value, or a function of the row; at least 0.
 * @param options - `top` (default `[1, 3, 5, 10]`), `weight` (a field or function of the row) and `negative`.
 * @returns The same as for plain numbers.
 * @throws {@link DataError} with all rows whose value is no finite number, or below 0 (unless `negative` is `"zero"`), and if the values are
 *   too large to add up.
 */
export function concentration<Row>(
  rows: Iterable<Row>,
  value: Accessor<Row, number>,
  options?: ConcentrationOptions<RowWeight<Row>>,
): Concentration;
export function concentration(
  rows: unknown,
  value?: unknown,
  options?: ConcentrationOptions<unknown>,
): Concentration {
  const call = valueCall(rows, value, options);
  checkNames("options", call.options, NAMES);
  const { top = [1, 3, 5, 10] } = call.options;
  checkOption("top", top, Array.isArray(top) ? null : "Pass a list of whole numbers, such as [1, 5].");
  for (const [k, n] of top.entries()) checkNumber(`top[${k}]`, n, { least: 1, whole: true });
  const ordered = readOrderedValues(call);
  const total = totalOf(ordered);
  const ratios = ordered.sum === 0 ? NO_MEASURES : ratioMeasures(ordered);
  const coefficient = giniOf(ordered);
  return {
    n: ordered.n,
    zeros: zerosOf(ordered),
    total,
    gini: coefficient,
    giniCorrected: correctedGini(ordered),
    asymmetry: lorenzAsymmetry(ordered),
    ...ratios,
    numbersEquivalent: ratios.hhi === null ? null : 1 / ratios.hhi,
    rosenbluth: coefficient === null ? null : 1 / (ordered.n * (1 - coefficient)),
    topShares: top.map((n) => topShare(ordered, n, total)),
    raisedToZero: ordered.raised,
  };
}

const NO_MEASURES: Readonly<Record<keyof RatioMeasures, null>> = {
  hhi: null,
  coefficientOfVariation: null,
  theil: null,
  meanLogDeviation: null,
  atkinsonHalf: null,
  atkinsonOne: null,
  hoover: null,
};

function zerosOf({ values, weights }: OrderedValues): number {
  let zeros = 0;
  for (let k = 0; k < values.length && values[k] === 0; k++) zeros += weights[k] as number;
  return zeros;
}

function topShare({ values, weights, n: all }: OrderedValues, n: number, total: number): TopShare {
  if (n >= all) return { n, value: total, share: total === 0 ? null : 1 };
  let left = n;
  let value = 0;
  for (let k = values.length - 1; k >= 0 && left > 0; k--) {
    const taken = Math.min(left, weights[k] as number);
    value += taken * (values[k] as number);
    left -= taken;
  }
  return { n, value, share: total === 0 ? null : Math.min(1, value / total) };
}
