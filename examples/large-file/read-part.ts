import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import { orderRowReader } from "../demo/csv-columns.ts";
import type { OrderRow } from "../demo/order-row.ts";
import { textsEn } from "../demo/texts-en.ts";
import { UsageError } from "../demo/usage-error.ts";
import type { CsvFile } from "./csv-file.ts";
import type { FilePart } from "./file-part.ts";
import { readBytes } from "./read-bytes.ts";

/** Reads the rows of a part; `null` is a row that does not fit the heading. */
export async function readPart(
  { settings, heading }: CsvFile,
  { start, end, line }: FilePart,
): Promise<(OrderRow | null)[]> {
  const read = orderRowReader(heading, settings, textsEn.errors);
  const bytes = await readBytes(settings.path, start, end);
  try {
    return (parse(bytes, csvOptions(settings.delimiter)) as string[][]).map(read);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UsageError(textsEn.errors.badCsv(settings.path, line - 1 + Number(error["lines"] ?? 1)));
  }
}

/** The line of the file on which a row of a part ends; parsed anew, since only a row that is refused asks for it. */
export async function lineOfRow({ settings }: CsvFile, part: FilePart, row: number): Promise<number> {
  const bytes = await readBytes(settings.path, part.start, part.end);
  const records = parse(bytes, { ...csvOptions(settings.delimiter), info: true, to: row + 1 });
  const last = (records as unknown as { readonly info: { readonly lines: number } }[])[row];
  return part.line - 1 + (last?.info.lines ?? 1);
}

function csvOptions(delimiter: string) {
  return { delimiter, relax_column_count: true, skip_empty_lines: true } as const;
}
