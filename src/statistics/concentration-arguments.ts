import { type Accessor, checkAccessor } from "../rows/accessor.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { numberFault, numberTrouble } from "../rows/number-fault.ts";
import { checkOption } from "../rows/options.ts";
import { readNumbers } from "../rows/read-numbers.ts";

/** Plain numbers, one for each. */
export type NumberList = readonly number[] | Float64Array;

/** A call that was made with plain numbers, or with rows and what reads the value of a row. */
export interface ValueCall<Options> {
  /** The rows, or the numbers themselves. */
  readonly list: ArrayLike<unknown>;
  /** `null` for plain numbers. */
  readonly accessor: Accessor<unknown, number> | null;
  readonly options: Options;
}

/** Tells the two shapes of a call apart: `(numbers, options)` and `(rows, value, options)`. */
export function valueCall<Options extends object>(
  rows: unknown,
  second: unknown,
  third: Options | undefined,
): ValueCall<Options> {
  if (typeof second === "string" || typeof second === "function") {
    const list = listOfRows(rows as Iterable<unknown>);
    return { list, accessor: second as Accessor<unknown, number>, options: optionsOr(third) };
  }
  checkOption("value", second, third === undefined ? null : NO_ACCESSOR);
  checkOption("values", rows, isNumberList(rows) ? null : NO_NUMBERS);
  return { list: rows as NumberList, accessor: null, options: optionsOr(second as Options | undefined) };
}

const NO_ACCESSOR = "This is neither the name of the field that holds the value nor a function of the row.";
const NO_NUMBERS =
  "These are no numbers: pass an array of numbers, or rows and the name of the field that holds their value.";

function optionsOr<Options extends object>(options: Options | undefined): Options {
  return options === undefined ? ({} as Options) : options;
}

function isNumberList(value: unknown): boolean {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** The finite number of each row, or the numbers themselves; what is none is noted and stands as NaN. Always a new array. */
export function readValues(
  list: ArrayLike<unknown>,
  accessor: Accessor<unknown, number> | null,
  collector: IssueCollector,
): Float64Array {
  if (accessor !== null) return readNumbers(list as readonly unknown[], accessor, "value", collector);
  const numbers = new Float64Array(list.length);
  for (let i = 0; i < numbers.length; i++) {
    const value = list[i];
    if (typeof value === "number" && Number.isFinite(value)) {
      // Adding 0 turns −0 into 0.
      numbers[i] = value + 0;
      continue;
    }
    numbers[i] = Number.NaN;
    const fault = numberFault(value);
    const isRow = typeof value === "object" && value !== null;
    collector.add(fault === "missing" ? "missing_value" : "invalid_value", i, "value", value, () =>
      isRow
        ? "This is a row: name the field that holds its value in the second argument."
        : numberTrouble(fault, value),
    );
  }
  return numbers;
}

/** The weight of each row or number, at least 0; what is none is noted. `null` if all count once. */
export function readWeights(
  { list, accessor }: ValueCall<unknown>,
  weight: unknown,
  collector: IssueCollector,
): Float64Array | null {
  if (weight === undefined) return null;
  const weights = new Float64Array(list.length);
  if (accessor === null) {
    const fits = isNumberList(weight) && (weight as NumberList).length === list.length;
    checkOption(
      "weight",
      weight,
      fits ? null : `Pass a list of ${list.length} weights, one for each number.`,
    );
  } else {
    checkAccessor("weight", weight);
  }
  for (let i = 0; i < weights.length; i++) {
    const value = accessor === null ? (weight as NumberList)[i] : weightIn(list[i], weight);
    // Beyond that, counts can no longer be told apart, and their sum might overflow.
    if (typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER) weights[i] = value;
    else collector.add("invalid_weight", i, "weight", value, () => "A weight is a number from 0 to 2⁵³ − 1.");
  }
  return weights;
}

/** What is no row has been noted with its value, and is not noted again. */
function weightIn(row: unknown, accessor: unknown): unknown {
  if (typeof row !== "object" || row === null) return 0;
  if (typeof accessor === "function") return accessor(row);
  return (row as Readonly<Record<string, unknown>>)[accessor as string];
}
