import { readdirSync, readFileSync } from "node:fs";
import { validate } from "@polyglot-sql/sdk";
import { describe, expect, it } from "vitest";

const FOLDER = new URL("../../test/sql/golden/", import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".sql"));

describe("the texts that are kept", () => {
  it("are there", () => expect(files.length).toBeGreaterThan(50));

  it.each(files)("%s is read by a parser of its engine", (file) => {
    const dialect = file.split(".").at(-2);
    const name = dialect === "postgres" ? "postgresql" : dialect;
    const statements = readFileSync(new URL(file, FOLDER), "utf8").split(";\n");
    const faults = statements.flatMap((sql) => validate(sql, name).errors);
    expect(faults).toEqual([]);
  });

  it.each(["duckdb", "postgresql", "bigquery", "snowflake", "spark"])(
    "would not pass with a slip, for %s",
    (dialect) => expect(validate("SELECT a FROM (SELECT 1 AS a WHERE", dialect).valid).toBe(false),
  );
});
