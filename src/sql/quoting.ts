import { checkOption } from "../rows/options.ts";
import type { SqlDialect } from "./dialect.ts";

/** Engines that quote names with backticks; the others use double quotes, as the standard says. */
const BACKTICKS: ReadonlySet<SqlDialect> = new Set(["bigquery", "spark", "clickhouse"]);

/** Engines in whose texts a backslash begins an escape. */
const BACKSLASH_ESCAPES: ReadonlySet<SqlDialect> = new Set(["bigquery", "snowflake", "spark", "clickhouse"]);

/** Control characters, halves of characters, and line ends that are not ASCII. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/**
 * Refuses a name that cannot be quoted alike in every engine.
 *
 * A quote of the engine's own kind is doubled; backticks and backslashes, which some engines escape otherwise or not at all, are refused.
 */
export function checkIdentifier(path: string, name: unknown): void {
  checkOption(path, name, identifierTrouble(name));
}

function identifierTrouble(name: unknown): string | null {
  if (typeof name !== "string" || name === "")
    return "This is no name: pass the name of a table or column as text.";
  if (UNWRITABLE.test(name)) return "The name holds a character that cannot be written in SQL.";
  if (/[\\`]/.test(name))
    return "A name with a backslash or a backtick cannot be quoted safely: give the column another name in a view.";
  return name.length > 300 ? "The name is longer than any engine allows." : null;
}

/** A name that has been checked, in the quotes of an engine. */
export function quotedName(dialect: SqlDialect, name: string): string {
  return BACKTICKS.has(dialect) ? `\`${name}\`` : `"${name.replaceAll('"', '""')}"`;
}

/** A text as an engine reads it. */
export function quotedText(dialect: SqlDialect, text: string): string {
  if (!BACKSLASH_ESCAPES.has(dialect)) return `'${text.replaceAll("'", "''")}'`;
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
