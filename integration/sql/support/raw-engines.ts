import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import type { SqlDialect } from "../../../src/sql/dialect.ts";

/** An engine that gives rows as its driver does: bigints, instants and all. */
export interface RawEngine {
  readonly dialect: SqlDialect;
  readonly run: (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => Promise<void>;
}

export async function rawDuckdb(): Promise<RawEngine> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return {
    dialect: "duckdb",
    run: async (statement) => (await connection.runAndReadAll(statement)).getRowObjects(),
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export async function rawPostgres(): Promise<RawEngine> {
  const database = await PGlite.create();
  return {
    dialect: "postgres",
    run: async (statement) => (await database.query<Record<string, unknown>>(statement)).rows,
    close: () => database.close(),
  };
}

export const RAW_ENGINES: readonly (readonly [string, () => Promise<RawEngine>])[] = [
  ["duckdb", rawDuckdb],
  ["postgres", rawPostgres],
];
