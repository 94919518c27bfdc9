import { SIZES, type Size } from "../tools/options.ts";
import { short, table } from "../tools/table.ts";
import { type Target, targetsTable } from "../tools/targets.ts";
import type { Measurement, Measurements } from "./compare.ts";
import { VARIANTS, type VariantName } from "./variants.ts";

/** The results of one size in Markdown. */
export function reductionReport(size: Size, measurements: Measurements): string {
  const { rows, customers } = SIZES[size];
  return [
    `### ${rows.toLocaleString("en-US")} orders of ${customers.toLocaleString("en-US")} customers`,
    timesTable(rows, measurements),
    targetsTable(reductionTargets(rows, measurements)),
  ].join("\n\n");
}

function timesTable(rows: number, measurements: Measurements): string {
  const base = measurements.get("idiomatic-milliseconds");
  return table(
    [
      "from orders to customers",
      "CPU ms",
      "min",
      "cold",
      "wall ms",
      "M orders/s",
      "× idiomatic",
      "cold ×",
      "extra B/order",
      "result B/order",
    ],
    [...measurements].map(([name, { cpu, least, cold, wall, memory }]) => [
      VARIANTS[name].label,
      ...[cpu, least, cold, wall, rows / cpu / 1000, (base?.cpu ?? Number.NaN) / cpu].map(short),
      short((base?.cold ?? Number.NaN) / cold),
      memory === null ? "–" : short(memory.extra / rows),
      memory === null ? "–" : short(memory.result / rows),
    ]),
  );
}

function reductionTargets(rows: number, measurements: Measurements): Target[] {
  const of = (name: VariantName): Measurement | undefined => measurements.get(name);
  const ratio = (slow: VariantName, quick: VariantName): number =>
    (of(slow)?.cpu ?? Number.NaN) / (of(quick)?.cpu ?? Number.NaN);
  const extra = (name: VariantName): number => {
    const memory = of(name)?.memory ?? null;
    return memory === null ? Number.NaN : memory.extra / rows;
  };
  const times = (what: string, least: number, measured: number): Target => ({
    what,
    least,
    unit: " ×",
    measured,
  });
  const bytes = (what: string, measured: number): Target => ({ what, most: 32, unit: " B", measured });
  return [
    times("integer ids beside idiomatic", 10, ratio("idiomatic-milliseconds", "columns-integer")),
    times("dictionary-coded ids beside idiomatic", 10, ratio("idiomatic-milliseconds", "columns-dictionary")),
    times("integer ids beside DuckDB, INTEGER", 2, ratio("duckdb-integer", "columns-integer")),
    times("dictionary-coded ids beside DuckDB, INTEGER", 2, ratio("duckdb-integer", "columns-dictionary")),
    times("text ids (8) beside idiomatic", 3, ratio("idiomatic-milliseconds", "columns-text-8")),
    times("text ids (8) beside DuckDB, VARCHAR", 0.9, ratio("duckdb-text-8", "columns-text-8")),
    times("text ids (36) beside DuckDB, VARCHAR", 0.9, ratio("duckdb-text-36", "columns-text-36")),
    times(
      "row objects with epoch ms beside idiomatic",
      1.5,
      ratio("idiomatic-milliseconds", "rows-milliseconds"),
    ),
    times("row objects with Date beside idiomatic", 1.5, ratio("idiomatic-date", "rows-date")),
    times("row objects with YYYY-MM-DD beside idiomatic", 1.5, ratio("idiomatic-iso", "rows-iso")),
    bytes("extra memory per order, integer ids", extra("columns-integer")),
    bytes("extra memory per order, dictionary-coded ids", extra("columns-dictionary")),
    bytes("extra memory per order, text ids (8)", extra("columns-text-8")),
    bytes("extra memory per order, text ids (36)", extra("columns-text-36")),
    bytes("extra memory per order, row objects with epoch ms", extra("rows-milliseconds")),
  ];
}
