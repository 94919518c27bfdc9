import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, it } from "vitest";

const DATA = new URL("../../../shared/data/", import.meta.url);

/** A group of tests on a real data set, skipped with a word where the data are not there. */
export function describeWithData(name: string, file: string, tests: (path: URL) => void): void {
  const path = new URL(file, DATA);
  if (existsSync(path)) describe(name, () => tests(path));
  else it.skip(`${name}: ../shared/data/${file} is not there`);
}

/** The rows of a CSV file, plain or gzipped, as text. */
export function csvRows<Field extends string>(path: URL): readonly Readonly<Record<Field, string>>[] {
  const bytes = readFileSync(path);
  const text = path.pathname.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  return parse(text, { columns: true }) as Readonly<Record<Field, string>>[];
}
