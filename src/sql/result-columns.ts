import type { SqlSyntax } from "./syntax.ts";

/** The columns of the last SELECT: expressions under quoted names, so that every engine gives them back as they are written here. */
export function resultColumns(syntax: SqlSyntax, columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, expression]) => `${expression} AS ${syntax.name(name)}`)
    .join(",\n  ");
}

/** A share of two numbers as a number with a fraction; `NULL` where there is nothing to divide by. */
export function quotient(syntax: SqlSyntax, part: string, whole: string): string {
  return `CASE WHEN ${whole} > 0 THEN ${syntax.toDouble(part)} / ${syntax.toDouble(whole)} ELSE NULL END`;
}
