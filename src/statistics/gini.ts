import type { Accessor } from "../rows/accessor.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { type NumberList, valueCall } from "./concentration-arguments.ts";
import {
  CONCENTRATION_INPUT_NAMES,
  type ConcentrationInputOptions,
  type NumberWeight,
  type OrderedValues,
  type RowWeight,
  readOrderedValues,
} from "./ordered-values.ts";

/** What the Gini coefficient may be told. */
export interface GiniOptions<Weight> extends ConcentrationInputOptions<Weight> {
  /** Multiply by n ÷ (n − 1), so that one who has everything among n gives 1. Default false. */
  readonly corrected?: boolean;
}

const NAMES = { ...CONCENTRATION_INPUT_NAMES, corrected: true } satisfies Record<
  keyof GiniOptions<unknown>,
  true
>;

/**
 * The Gini coefficient: 0 if all have the same, near 1 if one has everything.
 *
 * It is twice the area between the Lorenz curve and the diagonal: G = 2Σ i·x₍ᵢ₎ ÷ (nΣx) − (n+1) ÷ n, where x₍ᵢ₎ ascend. At most (n − 1) ÷ n,
 * which matters for few values: `corrected` divides by that. Zeros count. With weights, n is their sum.
 *
 * @param values - Numbers of at least 0, in any unit.
 * @param options - `corrected`, `weight` (a list of frequencies beside the numbers) and `negative`.
 * @returns A number in [0, 1); corrected, in [0, 1]. `null` without values or if all are 0; corrected, also for a single one.
 * @throws {@link DataError} with all values that are no finite numbers, or are below 0 (unless `negative` is `"zero"`).
 * @see Gini (1912); Damgaard & Weiner (2000), Ecology 81(4), equations 1 and 2.
 *
 * @example
 * import { gini } from "clientele";
 *
 * gini([10, 10, 10]); // => 0
 * gini([0, 0, 30]); // => 0.6667
 * gini([0, 0, 30], { corrected: true }); // => 1
 * const customers = [{ revenue: 100 }, { revenue: 300 }];
 * gini(customers, "revenue"); // => 0.25
 */
export function gini(values: NumberList, options?: GiniOptions<NumberWeight>): number | null;
/**
 * The Gini coefficient of a value of rows.
 *
 * @param rows - Rows, one for each customer or whatever else is compared.
 * @param value - The field that holds the value, or a function of the row; at least 0.
 * @param options - `corrected`, `weight` (a field or function of the row) and `negative`.
 * @returns A number in [0, 1); corrected, in [0, 1]. `null` without rows or if all values are 0; corrected, also for a single one.
 * @throws {@link DataError} with all rows whose value is no finite number, or below 0 (unless `negative` is `"zero"`).
 */
export function gini<Row>(
  rows: Iterable<Row>,
  value: Accessor<Row, number>,
  options?: GiniOptions<RowWeight<Row>>,
): number | null;
export function gini(rows: unknown, value?: unknown, options?: GiniOptions<unknown>): number | null {
  const call = valueCall(rows, value, options);
  checkNames("options", call.options, NAMES);
  const { corrected = false } = call.options;
  checkOption(
    "corrected",
    corrected,
    typeof corrected === "boolean" ? null : "This is neither true nor false.",
  );
  const values = readOrderedValues(call);
  return corrected ? correctedGini(values) : giniOf(values);
}

/** The coefficient as it is; `null` if there is nothing to share. */
export function giniOf({ values, weights, n, largest, sum }: OrderedValues): number | null {
  if (sum === 0) return null;
  // Ranks from the middle sum to 0, so a constant may be taken off all values: equal ones give 0 without rounding.
  const least = values[0] as number;
  let before = 0;
  let moment = 0;
  for (let k = 0; k < values.length; k++) {
    const weight = weights[k] as number;
    moment += weight * (((values[k] as number) - least) / largest) * ((2 * before + weight) / n - 1);
    before += weight;
  }
  return Math.max(0, moment / sum);
}

/** The coefficient for small samples; `null` if there are not two. */
export function correctedGini(values: OrderedValues): number | null {
  const raw = giniOf(values);
  return raw === null || values.n <= 1 ? null : Math.min(1, (raw * values.n) / (values.n - 1));
}
