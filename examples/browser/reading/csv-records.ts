import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { Failure } from "../failure.ts";
import type { Delimiter } from "./reading.ts";

/** A record of a CSV file, and the line on which it ends. */
export type TakeRecord = (record: readonly string[], line: number) => void;

/** Visits the records of a CSV text in order, at most `most` of them. */
export function visitRecords(text: string, delimiter: Delimiter, take: TakeRecord, most = -1): void {
  try {
    parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: most,
      on_record: (record: readonly string[], { lines }) => {
        take(record, lines);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw new Failure({ code: "csv", line: Number(error["lines"] ?? 0) });
    throw error;
  }
}

/** Trimmed names of columns, each different from those before it, so that a name is enough to find a column. */
export function distinctHeading(record: readonly string[]): string[] {
  const names: string[] = [];
  for (const [place, text] of record.entries()) {
    const name = text.trim() === "" ? `(${place + 1})` : text.trim();
    let distinct = name;
    for (let copy = 2; names.includes(distinct); copy++) distinct = `${name} (${copy})`;
    names.push(distinct);
  }
  return names;
}
