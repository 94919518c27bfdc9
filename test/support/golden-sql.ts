import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import type { SqlDialect } from "../../src/sql/dialect.ts";

const FOLDER = new URL("../sql/golden/", import.meta.url);

/** Holds a query to the text that was parsed for its engine and read, in test/sql/golden; `UPDATE_GOLDEN=1` writes it anew. */
export function expectGoldenSql(name: string, dialect: SqlDialect, sql: string): void {
  const golden = new URL(`${name}.${dialect}.sql`, FOLDER);
  if (process.env["UPDATE_GOLDEN"] === "1") {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(golden, `${sql}\n`);
  }
  expect(
    existsSync(golden),
    `${name}.${dialect}.sql is missing: write it with UPDATE_GOLDEN=1, and read it`,
  ).toBe(true);
  expect(`${sql}\n`).toBe(readFileSync(golden, "utf8"));
}
