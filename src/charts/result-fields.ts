import { quoted } from "../rows/issue.ts";
import { checkOption } from "../rows/options.ts";

/** What a field of a result must be; `"number?"` may be `null`. */
export type FieldKind = "list" | "record" | "number" | "number?" | "text";

/**
 * Refuses what is not the result that a chart draws, as it may come from a file or from another function.
 *
 * @param path - Name of the argument.
 * @param fields - The fields by which the result is known, and what they hold.
 * @param maker - The function that returns such results.
 */
export function checkResult(
  path: string,
  result: unknown,
  fields: Readonly<Record<string, FieldKind>>,
  maker: string,
): void {
  const hint = `pass what ${maker} returns.`;
  const isRecord = typeof result === "object" && result !== null && !Array.isArray(result);
  const unread = typeof result === "string" ? "This is text: parse JSON first, then" : "This is no result:";
  checkOption(path, result, isRecord ? null : `${unread} ${hint}`);
  const record = result as Readonly<Record<string, unknown>>;
  for (const [field, kind] of Object.entries(fields)) {
    const value = Object.hasOwn(record, field) ? record[field] : undefined;
    const trouble = `${quoted(field)} is missing or of another kind: ${hint}`;
    checkOption(path, result, isOfKind(value, kind) ? null : trouble);
  }
}

/** Refuses a list whose entries are not what a result holds; `path` is that of the list. */
export function checkEntries(
  path: string,
  entries: readonly unknown[],
  fields: Readonly<Record<string, FieldKind>>,
  maker: string,
): void {
  for (let at = 0; at < entries.length; at++) checkResult(`${path}[${at}]`, entries[at], fields, maker);
}

function isOfKind(value: unknown, kind: FieldKind): boolean {
  if (kind === "list") return Array.isArray(value);
  if (kind === "record") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (kind === "text") return typeof value === "string";
  return Number.isFinite(value) || (kind === "number?" && value === null);
}
