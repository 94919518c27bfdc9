import { checkOption } from "../rows/options.ts";
import type { SqlDialect } from "./dialect.ts";
import { checkIdentifier } from "./quoting.ts";
import type { SqlSyntax } from "./syntax.ts";

/** Name of a table; a list for one inside a schema: `["shop", "orders"]`. */
export type TableName = string | readonly string[];

/** Refuses what is no name of a table. */
export function checkTableName(path: string, table: unknown, dialect: SqlDialect): void {
  const parts: readonly unknown[] = Array.isArray(table) ? table : [table];
  const fits = parts.length >= 1 && parts.length <= 3;
  checkOption(
    path,
    table,
    fits ? null : "A table has one to three names: its own, its schema's, its catalogue's.",
  );
  for (const part of parts) checkIdentifier(path, part, dialect);
}

/** A checked name as an engine reads it, outermost first. */
export function writtenTable(syntax: SqlSyntax, table: TableName): string {
  const parts: readonly string[] = typeof table === "string" ? [table] : table;
  return parts.map(syntax.name).join(".");
}
