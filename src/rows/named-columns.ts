import { type Column, checkAccessors, column } from "./accessor.ts";
import type { CodedColumn } from "./coded-column.ts";
import { checkOption } from "./options.ts";

/** A column to group by. */
export interface NamedColumn<Row> {
  readonly name: string;
  readonly column: Column<Row>;
}

/** A column to group by, read. */
export interface CodedKey<Row> extends CodedColumn, NamedColumn<Row> {}

/** A way to a value of a row, whatever it is. */
export type RowAccessor<Row> = string | ((row: Row) => unknown);

/**
 * The columns of `columns.keys`.
 *
 * @param taken Names that no key may have, because they are columns of their own.
 */
export function namedColumns<Row>(
  keys: Readonly<Record<string, RowAccessor<Row>>>,
  taken: readonly string[],
): readonly NamedColumn<Row>[] {
  // A Map has no fields, so all its keys would be lost in silence.
  const isRecord = typeof keys === "object" && keys !== null && !(Symbol.iterator in keys);
  checkOption("columns.keys", keys, isRecord ? null : 'This is no record: pass { industry: "industry" }.');
  const given = Object.entries(keys).filter(([, accessor]) => accessor !== undefined);
  checkAccessors("columns.keys", keys, Object.fromEntries(given.map(([name]) => [name, true] as const)));
  return given.map(([name, accessor]) => {
    const trouble = taken.includes(name) ? `The ${name} is a column of its own.` : null;
    checkOption(`columns.keys.${name}`, name, trouble);
    return { name, column: column(accessor, name) };
  });
}
