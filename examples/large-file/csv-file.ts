import { stat } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { orderRowReader } from "../demo/csv-columns.ts";
import type { FileSettings } from "../demo/settings.ts";
import { textsEn } from "../demo/texts-en.ts";
import { UsageError } from "../demo/usage-error.ts";
import { fileParts } from "./file-parts.ts";
import { readBytes } from "./read-bytes.ts";

/** A CSV file whose heading has been read: plain data, which a worker can be given. */
export interface CsvFile {
  readonly settings: FileSettings;
  readonly heading: readonly string[];
  /** Where the rows begin. */
  readonly rows: { readonly byte: number; readonly line: number };
  readonly bytes: number;
  /** When the file was last written, in milliseconds. */
  readonly written: number;
}

/** Looks at a file and its heading; columns that are not there are refused now. */
export async function openCsvFile(settings: FileSettings): Promise<CsvFile> {
  const { path, delimiter } = settings;
  const found = await stat(path).catch(() => null);
  if (found === null) throw new UsageError(textsEn.errors.noSuchFile(path));
  if (found.isDirectory()) throw new UsageError(textsEn.errors.isFolder(path));
  for await (const { start, end } of fileParts(path, 1)) {
    const text = (await readBytes(path, start, end)).toString();
    const [heading = []] = parse(text, { delimiter, bom: true }) as string[][];
    orderRowReader(heading, settings, textsEn.errors);
    const rows = { byte: end, line: text.split("\n").length };
    return { settings, heading, rows, bytes: found.size, written: found.mtimeMs };
  }
  throw new UsageError(textsEn.errors.noRows(path));
}
