import { checkOption } from "../rows/options.ts";
import type { SqlDialect } from "./dialect.ts";
import { checkIdentifier } from "./quoting.ts";
import { isStepName } from "./step-names.ts";
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
  const isHidden = parts.length === 1 && isStepName(String(parts[0]));
  checkOption(
    path,
    table,
    isHidden
      ? 'A step of a query bears this name and would hide the table: name the schema as well, as in ["shop", "orders"].'
      : null,
  );
}

/** A checked name as an engine reads it, outermost first. */
export function writtenTable(syntax: SqlSyntax, table: TableName): string {
  const parts: readonly string[] = typeof table === "string" ? [table] : table;
  return parts.map(syntax.name).join(".");
}
