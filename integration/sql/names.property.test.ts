import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DataError } from "../../src/rows/data-error.ts";
import { customerSummariesSql } from "../../src/sql/customer-summaries-sql.ts";
import { quotedName, quotedText } from "../../src/sql/quoting.ts";
import { RAW_ENGINES, type RawEngine } from "./support/raw-engines.ts";

const BREAKING = [
  '"',
  '""',
  "'",
  "--",
  "/*",
  "*/",
  ";",
  "$$",
  "$1",
  "?",
  ":x",
  "%",
  "DROP TABLE t",
  " ",
  ".",
  "a",
  "Ä",
  "😀",
];
const REFUSED = ["`", "\\", "\u0000", "\n", "\u2028"];

/** Names made of what breaks out of quotes, and of any characters. */
const names = fc.oneof(
  { weight: 8, arbitrary: partsOf(BREAKING) },
  { weight: 3, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: partsOf([...BREAKING, ...REFUSED]) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 12 }) },
);

function partsOf(parts: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 }).map((chosen) => chosen.join(""));
}

/** What the engine itself takes for two names. */
const folded = (name: string): string => name.normalize("NFC").toLowerCase();

describe.each(RAW_ENGINES)("any name in %s", (_name, open) => {
  let engine: RawEngine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  it("is refused, or is that of the column", async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(names, names, names, names, async (table, customer, date, amount) => {
        fc.pre(new Set([customer, date, amount].map(folded)).size === 3);
        const columns = { customer, date, amount };
        let sql: string;
        try {
          sql = customerSummariesSql(
            { dialect: engine.dialect, table: ["main", table], columns },
            { asOf: "2025-06-30" },
          );
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
          return;
        }
        kept += 1;
        const quote = (name: string): string => quotedName(engine.dialect, name);
        await engine.run("CREATE SCHEMA IF NOT EXISTS main");
        const place = `main.${quote(table)}`;
        await engine.run(
          `CREATE TABLE ${place} (${quote(customer)} VARCHAR(9), ${quote(date)} DATE, ${quote(amount)} DECIMAL(9, 2))`,
        );
        try {
          const known = await engine.run(
            `SELECT column_name FROM information_schema.columns WHERE table_schema = 'main' AND table_name = ${quotedText(engine.dialect, table)} ORDER BY ordinal_position`,
          );
          expect(known.map((row) => row["column_name"])).toEqual([customer, date, amount]);
          await engine.run(`INSERT INTO ${place} VALUES ('x', '2025-06-01', 12.5)`);
          const [row] = await engine.run(sql);
          expect([row?.["customer_id"], Number(row?.["age_days"]), row?.["revenue"]]).toEqual([
            "x",
            29,
            12.5,
          ]);
        } finally {
          await engine.run(`DROP TABLE ${place}`);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(kept).toBeGreaterThan(30);
  });
});
