import { checkAccessor, column, type Fields, type LooseAccessor } from "../rows/accessor.ts";
import { DataError } from "../rows/data-error.ts";
import { plainValue, quoted } from "../rows/issue.ts";
import { type InvalidRows, IssueCollector } from "../rows/issue-collector.ts";
import { checkOption, invalidOption } from "../rows/options.ts";
import type { Stratum } from "./cox-model.ts";
import { wantedCovariates } from "./cox-options.ts";
import { type ReadCovariate, readCovariate } from "./design-matrix.ts";
import { collectDurations, type DurationArrays, lengthOf, notEnoughDurations } from "./read-durations.ts";

/** What was read of the rows, checked. */
export interface CoxInput {
  readonly durations: DurationArrays;
  readonly covariates: readonly ReadCovariate[];
  /** The value of each stratum, in order; `[null]` without strata. */
  readonly strata: readonly (Stratum | null)[];
  /** For each row the place of its stratum. */
  readonly stratumOf: Int32Array;
  /** Rows that take part. */
  readonly kept: Int32Array;
  /** Rows left out for their covariates or stratum. */
  readonly skipped: number;
}

/** The options that say where values stand. */
export interface LooseFields {
  readonly covariates?: unknown;
  readonly strata?: unknown;
  readonly duration?: unknown;
  readonly event?: unknown;
  readonly entry?: unknown;
  readonly weight?: unknown;
}

type Values = ArrayLike<unknown>;

/** Reads durations, covariates and strata of rows or columns, and throws all that is wrong with them at once. */
export function readCoxInput(data: unknown, fields: LooseFields, invalid: InvalidRows): CoxInput {
  const wanted = wantedCovariates(fields.covariates);
  const faults = new IssueCollector();
  const durations = collectDurations(durationsOf(data, fields), faults);
  const rows = durations.duration.length;
  const valuesOf = Array.isArray(data)
    ? (accessor: LooseAccessor, name: string): Values => valuesOfRows(data, accessor, name)
    : (accessor: LooseAccessor, name: string): Values => columnOf(data, accessor, name, rows);
  // Rows that are left out count no faults.
  const collector = invalid === "throw" ? faults : new IssueCollector();
  const covariates = wanted.map(({ name, value, reference }) =>
    readCovariate(name, reference, valuesOf(value, name), rows, collector),
  );
  const { strata, stratumOf } = readStrata(fields.strata, valuesOf, rows, collector);
  faults.throwIfAny();
  const whole = wholeRows(covariates, stratumOf);
  const kept: number[] = [];
  let skipped = 0;
  for (let i = 0; i < rows; i++) {
    if (durations.weight?.[i] === 0) continue;
    if (whole[i] === 1) kept.push(i);
    else skipped += 1;
  }
  if (kept.length === 0) throw notEnoughDurations("", "No row has all its covariates, so none is left.");
  return { durations, covariates, strata, stratumOf, kept: Int32Array.from(kept), skipped };
}

/** 1 for rows that have all their covariates and a stratum. */
function wholeRows(covariates: readonly ReadCovariate[], stratumOf: Int32Array): Uint8Array {
  const whole = new Uint8Array(stratumOf.length);
  for (let i = 0; i < whole.length; i++) if ((stratumOf[i] as number) >= 0) whole[i] = 1;
  for (const { values } of covariates) {
    for (let i = 0; i < whole.length; i++) if (Number.isNaN(values[i] as number)) whole[i] = 0;
  }
  return whole;
}

const DURATION_FIELDS = ["duration", "event", "entry", "weight"] as const;

/** Rows with their own names for the fields of a duration become columns. */
function durationsOf(data: unknown, fields: LooseFields): unknown {
  const renamed = DURATION_FIELDS.filter((field) => fields[field] !== undefined);
  if (renamed.length === 0) return data;
  if (!Array.isArray(data)) {
    const field = renamed[0] as string;
    throw invalidOption(
      field,
      null,
      `Columns are called duration, event, entry and weight: leave ${field} out.`,
    );
  }
  const columns = DURATION_FIELDS.flatMap((field): [string, Values][] => {
    const accessor = fields[field] ?? field;
    checkAccessor(field, accessor);
    const values = valuesOfRows(data, accessor, field);
    const optional = field === "entry" || field === "weight";
    if (!optional) return [[field, values]];
    const none = field === "entry" ? 0 : 1;
    const present = values.some((value) => value !== undefined);
    return present ? [[field, values.map((value) => (value === undefined ? none : value))]] : [];
  });
  // What is in them is checked by who reads them.
  return Object.fromEntries(columns);
}

function valuesOfRows(rows: readonly unknown[], accessor: LooseAccessor, name: string): readonly unknown[] {
  const { key, read } = column<unknown>(accessor, name);
  const values = new Array<unknown>(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (typeof row !== "object" || row === null) continue;
    values[i] = key === null ? read?.(row) : (row as Fields)[key];
  }
  return values;
}

function columnOf(data: unknown, accessor: LooseAccessor, name: string, rows: number): Values {
  checkOption(
    name,
    null,
    typeof accessor === "string" ? null : "Columns have no rows to be read by a function: name a column.",
  );
  const values = (data as Readonly<Record<string, unknown>>)[accessor as string];
  const length = lengthOf(values);
  if (length === null) throw invalidOption(accessor as string, values, "There is no such column.");
  if (length !== rows) {
    const message = `The column has ${length} rows, but duration has ${rows}: all columns must have the same length.`;
    throw new DataError([
      { code: "unequal_columns", row: null, field: accessor as string, value: plainValue(length), message },
    ]);
  }
  return values as Values;
}

function readStrata(
  accessor: unknown,
  valuesOf: (accessor: LooseAccessor, name: string) => Values,
  rows: number,
  collector: IssueCollector,
): Pick<CoxInput, "strata" | "stratumOf"> {
  const stratumOf = new Int32Array(rows);
  if (accessor === undefined) return { strata: [null], stratumOf };
  checkAccessor("strata", accessor);
  const field = typeof accessor === "string" ? accessor : "strata";
  const values = valuesOf(accessor, "strata");
  const codes = new Map<Stratum, number>();
  for (let i = 0; i < rows; i++) {
    const value = values[i];
    if (!isStratum(value)) {
      stratumOf[i] = -1;
      const missing = value === undefined || value === null || value === "";
      const text = missing
        ? "The stratum is missing."
        : `${quoted(value)} is no stratum: it must be a text, a finite number or a boolean.`;
      collector.add(missing ? "missing_covariate" : "invalid_covariate", i, field, value, () => text);
      continue;
    }
    let code = codes.get(value);
    if (code === undefined) {
      code = codes.size;
      codes.set(value, code);
    }
    stratumOf[i] = code;
  }
  const strata = [...codes.keys()].sort(byValue);
  const places = new Int32Array(strata.length);
  strata.forEach((value, place) => {
    places[codes.get(value) as number] = place;
  });
  return { strata, stratumOf: stratumOf.map((code) => (code < 0 ? code : (places[code] as number))) };
}

function isStratum(value: unknown): value is Stratum {
  if (typeof value === "string") return value !== "";
  return typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

/** Numbers by size, texts by character code, whatever the order of the rows. */
function byValue(left: Stratum, right: Stratum): number {
  if (typeof left !== typeof right) return typeof left < typeof right ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}
