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
export function checkIdentifier(path: string, name: unknown, dialect: SqlDialect): void {
  checkOption(path, name, identifierTrouble(name, dialect));
}

function identifierTrouble(name: unknown, dialect: SqlDialect): string | null {
  if (typeof name !== "string" || name === "")
    return "This is no name: pass the name of a table or column as text.";
  if (UNWRITABLE.test(name)) return "The name holds a character that cannot be written in SQL.";
  if (/[\\`]/.test(name))
    return "A name with a backslash or a backtick cannot be quoted safely: give the column another name in a view.";
  // Spark puts a setting in its place before it reads the quotes.
  if (dialect === "spark" && name.includes("${"))
    return "Spark puts the value of a setting in place of such a name: give the column another one in a view.";
  // Postgres would cut it and read the column whose name is the rest.
  if (dialect === "postgres" && utf8Length(name) > 63)
    return "Postgres knows no names of more than 63 bytes: give the column a shorter name in a view.";
  return name.length > 300 ? "The name is longer than any engine allows." : null;
}

/** Bytes of a text without halves of characters. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else bytes += code < 0x10000 ? 3 : 4;
  }
  return bytes;
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
