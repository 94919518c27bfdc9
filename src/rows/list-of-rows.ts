import { checkOption } from "./options.ts";

/** Rows as an array, whatever can be iterated; refuses all else. */
export function listOfRows<Row>(rows: Iterable<Row>, path = "rows"): readonly Row[] {
  if (Array.isArray(rows)) return rows;
  const isList = typeof rows === "object" && rows !== null && Symbol.iterator in rows;
  checkOption(
    path,
    rows,
    isList ? null : "These are no rows: pass an array, or anything else that can be iterated.",
  );
  return Array.from(rows);
}
