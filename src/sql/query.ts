/** A named step of a query: what stands between the brackets of `name AS ( … )`. */
export interface QueryStep {
  readonly name: string;
  readonly sql: string;
}

/** Steps and the last SELECT as one statement, readable by the person who runs it. */
export function queryOf(steps: readonly QueryStep[], select: string): string {
  const written = steps.map(({ name, sql }) => `${name} AS (\n${indented(sql)}\n)`);
  return `WITH ${written.join(",\n")}\n${select}`;
}

function indented(sql: string): string {
  return sql
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
