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
