/**
 * A small table that stands in the query itself: values of all rows are SQL already.
 *
 * Written as a union, since engines write lists of values in different ways.
 */
export function literalRows(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const [first = [], ...others] = rows;
  const named = first.map((value, place) => `${value} AS ${columns[place]}`);
  return [named, ...others].map((row) => `SELECT ${row.join(", ")}`).join("\nUNION ALL ");
}
