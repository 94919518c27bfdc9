import { checkNames, checkOption } from "./options.ts";

/**
 * How a value is read from a row: the name of a field that holds it, or a function of the row.
 *
 * The type admits only fields that can hold the value: a field of text is no accessor of an amount.
 */
export type Accessor<Row, Value> = FieldOf<Row, Value> | ((row: Row) => Value | null | undefined);

/** The names of the fields of a row whose values are of a type (or missing). */
export type FieldOf<Row, Value> = {
  [Field in keyof Row]-?: Row[Field] extends Value | null | undefined ? Field : never;
}[keyof Row] &
  string;

/** A column that must be named unless rows have a field of the default name and type; rows of several shapes are taken as one type. */
export type NeededColumn<Row, Name extends string, Default extends string, Value> = [Row] extends [
  Readonly<Record<Default, Value | null | undefined>>,
]
  ? { readonly [K in Name]?: Accessor<Row, Value> }
  : { readonly [K in Name]: Accessor<Row, Value> };

/**
 * An accessor made ready for a loop: either `key` or `read` is set.
 *
 * The two are kept apart so that a loop can write `row[key]` at a place of its own for each column, which engines turn into one
 * fast load; a shared reading function would be slow for all of them.
 */
export interface Column<Row> {
  /** What issues call the column. */
  readonly field: string;
  readonly key: string | null;
  readonly read: ((row: Row) => unknown) | null;
}

/** Resolves an accessor; a function is named after the column it stands for. */
export function column<Row>(accessor: string | ((row: Row) => unknown), name: string): Column<Row> {
  if (typeof accessor === "function") return { field: name, key: null, read: accessor };
  return { field: accessor, key: accessor, read: null };
}

/** A row as its fields, for loops that read by `key`. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value of a column in a row; `undefined` if the row is none. For loops that are hot, write `row[key]` in place. */
export function readValue<Row>(row: Row | null | undefined, { key, read }: Column<Row>): unknown {
  if (row === null || row === undefined) return undefined;
  return key === null ? read?.(row) : (row as Fields)[key];
}

/** A way to a value, whatever the rows are and whatever it is. */
export type LooseAccessor = string | ((row: unknown) => unknown);

/** Refuses what is neither the name of a field nor a function of the row. */
export function checkAccessor(path: string, accessor: unknown): asserts accessor is LooseAccessor {
  const fits = typeof accessor === "string" || typeof accessor === "function";
  checkOption(path, accessor, fits ? null : "This is neither the name of a field nor a function of the row.");
}

/** Refuses a record of columns with unknown names, or with values that are no accessors; one that is undefined is left out. */
export function checkAccessors(
  path: string,
  columns: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, true>>,
): void {
  checkNames(path, columns, names);
  for (const [name, accessor] of Object.entries<unknown>(columns)) {
    if (accessor !== undefined) checkAccessor(`${path}.${name}`, accessor);
  }
}

const FIELDS_IN_HINT = 12;

/** A remark for the message about a missing value: that the row has no such field at all, and which it has; else "". */
export function missingFieldHint(row: unknown, key: string | null): string {
  if (key === null || typeof row !== "object" || row === null || key in row) return "";
  const fields = Object.keys(row)
    .slice(0, FIELDS_IN_HINT)
    .map((field) => JSON.stringify(field));
  return ` The row has no field ${JSON.stringify(key)}; it has ${fields.join(", ")}. Name the columns of your rows in the second argument.`;
}
