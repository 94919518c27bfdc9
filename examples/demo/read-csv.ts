import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { CsvError, type Options, parse } from "csv-parse";
import { orderRowReader } from "./csv-columns.ts";
import type { OrderRow, Orders } from "./order-row.ts";
import { openProgress } from "./progress.ts";
import type { FileSettings } from "./settings.ts";
import { openSource } from "./source.ts";
import type { Speech } from "./speech.ts";
import type { ErrorTexts } from "./texts.ts";
import { UsageError } from "./usage-error.ts";

type CsvRow = readonly string[];

/** Reads orders from a CSV file, plain or gzipped, or from standard input, and keeps only the columns that are needed. */
export async function readCsv(file: FileSettings, speech: Speech): Promise<Orders> {
  const { errors, overview } = speech.texts;
  const source = await openSource(file.path, errors);
  const progress = openProgress(source, speech);
  const rows: (OrderRow | null)[] = [];
  let read: ((row: CsvRow) => OrderRow | null) | null = null;
  // A pipeline that is stopped from within may throw an error of its own instead.
  let refusal: unknown = null;
  const take = (record: CsvRow): void => {
    if (read === null) read = orderRowReader(record, file, errors);
    else rows.push(read(record));
    if (rows.length % ROWS_PER_TICK === 0) progress.tick(rows.length);
  };
  const collect = async (records: AsyncIterable<CsvRow>): Promise<void> => {
    try {
      for await (const record of records) take(record);
    } catch (error) {
      refusal = error;
      throw error;
    }
  };
  try {
    const parser = parse(csvOptions(file.delimiter));
    if (source.gzipped) await pipeline(source.stream, createGunzip(), parser, collect);
    else await pipeline(source.stream, parser, collect);
  } catch (error) {
    throw readable(refusal ?? error, file.path, errors);
  } finally {
    progress.done(rows.length);
  }
  const name = file.path === "-" ? overview.standardInput : file.path;
  if (rows.length === 0) throw new UsageError(errors.noRows(name));
  return { source: name, rows, hasOrders: file.columns.order !== null };
}

const ROWS_PER_TICK = 5_000;

function csvOptions(delimiter: string): Options {
  return {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  };
}

/** Troubles of files that their owner can put right; all others are thrown on. */
function readable(error: unknown, path: string, errors: ErrorTexts): unknown {
  if (error instanceof CsvError) return new UsageError(errors.badCsv(path, Number(error["lines"] ?? 0)));
  const { code, path: place } = error as NodeJS.ErrnoException;
  if (code?.startsWith("Z_")) return new UsageError(errors.badGzip(path));
  return place === undefined ? error : new UsageError(errors.cannotRead(path, code ?? ""));
}
