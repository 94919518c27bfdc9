import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { invalidOption } from "../rows/options.ts";
import {
  type DurationField,
  type DurationInput,
  INVALID_EVENT,
  NO_ROW,
  reportFaults,
} from "./duration-faults.ts";
import type { DurationColumns, ObservedDurations } from "./observed-durations.ts";

/** Checked durations, column by column. Arrays of the caller may be among them: they are only read. */
export interface DurationArrays {
  /** Finite and above 0. */
  readonly duration: Float64Array;
  /** 1 for an event, 0 for censored. */
  readonly event: Uint8Array;
  /** From 0 to below the duration; `null` if nobody entered late. */
  readonly entry: Float64Array | null;
  /** Frequencies of 0 or more, above 0 in all; `null` if every row stands for one. */
  readonly weight: Float64Array | null;
}

/**
 * Reads durations and throws all that is wrong with them at once.
 *
 * `path` is where they stand in the caller's arguments, if not as the first of them.
 */
export function readDurations(durations: ObservedDurations, path = ""): DurationArrays {
  const collector = new IssueCollector();
  const arrays = collectDurations(durations, collector, path);
  collector.throwIfAny();
  return arrays;
}

/**
 * Reads durations and gathers what is wrong with single rows, so that a caller can add faults of his own before he throws.
 *
 * What is no table of durations at all, or an empty one, is thrown at once.
 */
export function collectDurations(durations: unknown, collector: IssueCollector, path = ""): DurationArrays {
  const prefix = path === "" ? "" : `${path}.`;
  const input = inputOf(durations, path === "" ? "durations" : path, prefix);
  const arrays = Array.isArray(durations)
    ? arraysOfRows(durations)
    : arraysOfColumns(durations as DurationColumns);
  if (arrays.duration.length === 0) {
    throw notEnoughDurations(path, "There are no durations: pass at least one row.");
  }
  reportFaults(arrays, input, collector);
  if (arrays.weight !== null && holdsOnly(arrays.weight, 0)) {
    throw notEnoughDurations(
      path,
      "All rows have weight 0, so there is nobody: weights say for how many a row stands.",
    );
  }
  return {
    ...arrays,
    entry: arrays.entry === null || holdsOnly(arrays.entry, 0) ? null : arrays.entry,
    weight: arrays.weight === null || holdsOnly(arrays.weight, 1) ? null : arrays.weight,
  };
}

/** The error of durations that are too few for what is asked. */
export function notEnoughDurations(path: string, message: string): DataError {
  const field = path === "" ? "durations" : path;
  return new DataError([{ code: "not_enough_data", row: null, field, value: null, message }]);
}

function holdsOnly(values: Float64Array, value: number): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== value) return false;
  return true;
}

/** What is no number becomes NaN, for `reportFaults` to find. */
function arraysOfRows(rows: readonly unknown[]): DurationArrays {
  const duration = new Float64Array(rows.length);
  const event = new Uint8Array(rows.length);
  const entry = new Float64Array(rows.length);
  const weight = new Float64Array(rows.length).fill(1);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (typeof row !== "object" || row === null) {
      event[i] = NO_ROW;
      continue;
    }
    const fields = row as Readonly<Partial<Record<DurationField, unknown>>>;
    duration[i] = numberOrNaN(fields.duration);
    event[i] = eventCode(fields.event);
    if (fields.entry !== undefined) entry[i] = numberOrNaN(fields.entry);
    if (fields.weight !== undefined) weight[i] = numberOrNaN(fields.weight);
  }
  return { duration, event, entry, weight };
}

function arraysOfColumns({ duration, event, entry, weight }: DurationColumns): DurationArrays {
  return {
    duration: numbersOf(duration),
    event: eventsOf(event),
    entry: entry === undefined ? null : numbersOf(entry),
    weight: weight === undefined ? null : numbersOf(weight),
  };
}

function eventsOf(values: ArrayLike<unknown>): Uint8Array {
  const codes = new Uint8Array(values.length);
  // A loop of its own for bytes is several times as fast.
  if (values instanceof Uint8Array) {
    for (let i = 0; i < codes.length; i++) codes[i] = Math.min(values[i] as number, INVALID_EVENT);
  } else {
    for (let i = 0; i < codes.length; i++) codes[i] = eventCode(values[i]);
  }
  return codes;
}

function numbersOf(values: ArrayLike<unknown>): Float64Array {
  if (values instanceof Float64Array) return values;
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = numberOrNaN(values[i]);
  return numbers;
}

function numberOrNaN(value: unknown): number {
  return typeof value === "number" ? value : Number.NaN;
}

function eventCode(value: unknown): number {
  if (value === true || value === 1) return 1;
  return value === false || value === 0 ? 0 : INVALID_EVENT;
}

/** Refuses what is neither rows nor columns, and tells where values stand. */
function inputOf(durations: unknown, path: string, prefix: string): DurationInput {
  const fieldOf = (field: DurationField): string => prefix + field;
  if (Array.isArray(durations)) {
    return { fieldOf, rowOf: (i) => durations[i], valueOf: (i, field) => durations[i]?.[field] };
  }
  if (typeof durations !== "object" || durations === null) {
    throw invalidOption(path, durations, `This is no list of durations: pass ${SHAPES}.`);
  }
  const columns = durations as Readonly<Record<string, unknown>>;
  if (Array.isArray(columns["rows"]) && columns["duration"] === undefined) {
    throw invalidOption(path, durations, "This is a record that holds rows: pass its rows.");
  }
  checkColumns(columns, path, fieldOf);
  return { fieldOf, rowOf: () => null, valueOf: (i, field) => (columns[field] as ArrayLike<unknown>)[i] };
}

const SHAPES =
  "rows such as { duration: 12, event: true }, or columns such as { duration: [12, 7], event: [true, false] }";

function checkColumns(
  columns: Readonly<Record<string, unknown>>,
  path: string,
  fieldOf: (field: DurationField) => string,
): void {
  if (columns["duration"] === undefined && columns["event"] === undefined) {
    throw invalidOption(path, columns, `These are no durations: pass ${SHAPES}.`);
  }
  const rows = lengthOf(columns["duration"]) ?? 0;
  for (const field of ["duration", "event", "entry", "weight"] as const) {
    const column = columns[field];
    if (column === undefined && (field === "entry" || field === "weight")) continue;
    const length = lengthOf(column);
    if (length === null) {
      throw invalidOption(
        fieldOf(field),
        column,
        "This is no column: pass an array with a value for each row.",
      );
    }
    if (length === rows) continue;
    const message = `The column has ${length} rows, but duration has ${rows}: all columns must have the same length.`;
    throw new DataError([
      { code: "unequal_columns", row: null, field: fieldOf(field), value: plainValue(length), message },
    ]);
  }
}

/** `null` for what is no array of any kind. */
export function lengthOf(column: unknown): number | null {
  if (typeof column !== "object" || column === null || !("length" in column)) return null;
  const { length } = column;
  return Number.isInteger(length) && (length as number) >= 0 ? (length as number) : null;
}
