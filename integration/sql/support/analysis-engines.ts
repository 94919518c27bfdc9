import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite, types } from "@electric-sql/pglite";
import type { SqlDialect } from "../../../src/sql/dialect.ts";

/** A row of a result: text, numbers, booleans and null, days as `YYYY-MM-DD`. */
export type PlainRow = Readonly<Record<string, string | number | boolean | null>>;

/** An engine that runs inside the process. */
export interface Engine {
  readonly dialect: SqlDialect;
  /** Makes a table `orders` of these columns (name and type) and the rows of a CSV text without header. */
  readonly load: (columns: string, csv: string) => Promise<void>;
  readonly rows: (query: string) => Promise<readonly PlainRow[]>;
  readonly close: () => Promise<void>;
}

export const ENGINES: readonly (readonly [SqlDialect, () => Promise<Engine>])[] = [
  ["duckdb", duckdb],
  ["postgres", postgres],
];

async function duckdb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const folder = mkdtempSync(join(tmpdir(), "clientele-sql-"));
  return {
    dialect: "duckdb",
    async load(columns, csv) {
      const file = join(folder, "rows.csv");
      writeFileSync(file, csv);
      await connection.run(`CREATE OR REPLACE TABLE orders (${columns})`);
      await connection.run(`COPY orders FROM '${file}' (FORMAT csv, HEADER false)`);
    },
    async rows(query) {
      const result = await connection.runAndReadAll(query);
      return result.getRowObjectsJS().map(plainRow);
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true });
    },
  };
}

async function postgres(): Promise<Engine> {
  const database = await PGlite.create();
  return {
    dialect: "postgres",
    async load(columns, csv) {
      await database.exec(`DROP TABLE IF EXISTS orders; CREATE TABLE orders (${columns})`);
      await database.query("COPY orders FROM '/dev/blob' WITH (FORMAT csv)", [], { blob: new Blob([csv]) });
      await database.exec("ANALYZE orders");
    },
    async rows(query) {
      const keepText = (text: string): string => text;
      const result = await database.query(query, [], { parsers: { [types.DATE]: keepText } });
      return (result.rows as Record<string, unknown>[]).map(plainRow);
    },
    close: () => database.close(),
  };
}

function plainRow(row: Record<string, unknown>): PlainRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: unknown): string | number | boolean | null {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value as string | number | boolean | null;
}
