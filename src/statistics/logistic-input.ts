import { checkAccessor, column, type LooseAccessor, missingFieldHint, readValue } from "../rows/accessor.ts";
import { DataError } from "../rows/data-error.ts";
import { quoted } from "../rows/issue.ts";
import { type InvalidRows, IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { wantedCovariates } from "./cox-options.ts";
import { type ReadCovariate, readCovariate } from "./design-matrix.ts";

/** What was read of the rows, checked. */
export interface LogisticInput {
  readonly covariates: readonly ReadCovariate[];
  /** 0 or 1 for each row of the input. */
  readonly outcome: Uint8Array;
  readonly weight: Float64Array;
  /** Rows that take part. */
  readonly kept: Int32Array;
  /** Rows left out for what they lack. */
  readonly skipped: number;
}

/** The options that say where values stand. */
export interface LooseLogisticFields {
  readonly outcome: unknown;
  readonly covariates: unknown;
  readonly weight?: unknown;
}

/** Reads outcomes, weights and covariates, and throws all that is wrong with them at once. */
export function readLogisticInput(
  data: Iterable<unknown>,
  fields: LooseLogisticFields,
  invalid: InvalidRows,
): LogisticInput {
  const rows = objectRows(data);
  const wanted = wantedCovariates(fields.covariates, NO_COVARIATES);
  // Rows that are left out count no faults.
  const faults = new IssueCollector();
  const whole = new Uint8Array(rows.length).fill(1);
  const outcome = readOutcome(rows, fields.outcome, whole, faults);
  const weight = readWeight(rows, fields.weight, whole, faults);
  const covariates = wanted.map(({ name, value, reference }) => {
    const read = readCovariate(name, reference, valuesOf(rows, value, name), rows.length, faults);
    for (let i = 0; i < rows.length; i++) if (Number.isNaN(read.values[i] as number)) whole[i] = 0;
    return read;
  });
  if (invalid === "throw") faults.throwIfAny();
  const kept: number[] = [];
  let skipped = 0;
  for (let i = 0; i < rows.length; i++) {
    if (whole[i] === 0) skipped += 1;
    else if ((weight[i] as number) > 0) kept.push(i);
  }
  return { covariates, outcome, weight, kept: Int32Array.from(kept), skipped };
}

/** The error of rows from which nothing can be learnt. */
export function notEnoughRows(message: string): DataError {
  return new DataError([{ code: "not_enough_data", row: null, field: "rows", value: null, message }]);
}

const NO_COVARIATES =
  'Name at least one covariate: covariates: ["age", "plan"]. (A rate without covariates is proportionInterval.)';

function valuesOf(rows: readonly unknown[], accessor: LooseAccessor, name: string): readonly unknown[] {
  const read = column<unknown>(accessor, name);
  return rows.map((row) => readValue(row, read));
}

function readOutcome(
  rows: readonly unknown[],
  accessor: unknown,
  whole: Uint8Array,
  faults: IssueCollector,
): Uint8Array {
  checkAccessor("outcome", accessor);
  const { field, key } = column<unknown>(accessor, "outcome");
  const outcome = new Uint8Array(rows.length);
  valuesOf(rows, accessor, "outcome").forEach((value, i) => {
    if (value === true || value === 1) outcome[i] = 1;
    else if (value !== false && value !== 0) {
      whole[i] = 0;
      const missing = value === undefined || value === null || value === "";
      const text = missing
        ? `The outcome is missing.${missingFieldHint(rows[i], key)}`
        : `${quoted(value)} is no outcome: ${OUTCOMES}`;
      faults.add(missing ? "missing_value" : "invalid_value", i, field, value, () => text);
    }
  });
  return outcome;
}

/** Beyond this, frequencies could not be added without loss. */
const MOST_WEIGHT = 1e12;

const OUTCOMES = "it must be true or 1 if it happened, false or 0 if not.";

function readWeight(
  rows: readonly unknown[],
  accessor: unknown,
  whole: Uint8Array,
  faults: IssueCollector,
): Float64Array {
  const weight = new Float64Array(rows.length).fill(1);
  if (accessor === undefined) return weight;
  checkAccessor("weight", accessor);
  const { field } = column<unknown>(accessor, "weight");
  valuesOf(rows, accessor, "weight").forEach((value, i) => {
    if (typeof value === "number" && value >= 0 && value <= MOST_WEIGHT) weight[i] = value;
    else {
      whole[i] = 0;
      const text = `${quoted(value)} is no weight: it must be a number from 0 to 1e12.`;
      faults.add("invalid_weight", i, field, value, () => text);
    }
  });
  return weight;
}
