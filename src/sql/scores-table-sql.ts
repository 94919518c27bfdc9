import { checkColumnar } from "../rows/check-columnar.ts";
import { checkNames, checkNumber, checkOneOf, checkOption } from "../rows/options.ts";
import { SQL_DIALECTS, type SqlDialect } from "./dialect.ts";
import { numberLiteral } from "./number-literal.ts";
import { SCORE_KEYS, SCORES } from "./score-names.ts";
import type { ScoresTable } from "./scores-table.ts";
import { sqlSyntax } from "./syntax.ts";
import { checkTableName, type TableName, writtenTable } from "./table-name.ts";

/** Where a table of scores is to stand. */
export interface ScoresTableSqlOptions {
  readonly dialect: SqlDialect;
  /** Name of the table, which must not exist; a list for one inside a schema: `["shop", "scores"]`. */
  readonly table: TableName;
  /** Rows of each INSERT, from 1 to 5,000: engines limit the length of a statement. Default 1000. */
  readonly rowsPerInsert?: number;
}

const NAMES = { dialect: true, table: true, rowsPerInsert: true } satisfies Record<
  keyof ScoresTableSqlOptions,
  true
>;

/**
 * Writes a table of scores as statements: one CREATE TABLE, and INSERTs of some rows each.
 *
 * For tables of up to some ten thousand histories; larger ones are better loaded in bulk, from `scores.columns`. Numbers are written
 * with all their digits (up to 17), so that the engine has the very same. Where an engine enforces primary keys (DuckDB, Postgres), running an
 * INSERT twice is an error; elsewhere it would count customers twice.
 *
 * @param scores - What `scoresTable` returns.
 * @param options - `dialect`, name of the `table`, and how many rows an INSERT has.
 * @returns The statements in the order in which to run them.
 * @throws {@link DataError} for scores that have lost their typed arrays (in JSON), and for options that are none.
 *
 * @example
 * import { purchaseCellsFromRows, scoresTable, scoresTableSql } from "clientele/sql";
 *
 * const rows = [{ frequency: 0, recency_days: 0, age_days: 272, customers: 9 }];
 * const cells = purchaseCellsFromRows(rows, { asOf: "1997-09-30", unit: "week" });
 * const purchases = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * const scores = scoresTable(cells, { purchases, horizon: { weeks: 39 } });
 * const statements = scoresTableSql(scores, { dialect: "postgres", table: ["shop", "scores"] });
 * statements.length; // => 2
 * statements[1]?.includes("(0, 0, 272, 1e+0, "); // => true
 */
export function scoresTableSql(scores: ScoresTable, options: ScoresTableSqlOptions): readonly string[] {
  checkNames("options", options, NAMES);
  const { dialect, table, rowsPerInsert = 1000 } = options;
  checkOneOf("dialect", dialect, SQL_DIALECTS);
  checkTableName("table", table, dialect);
  checkNumber("rowsPerInsert", rowsPerInsert, { least: 1, most: 5000, whole: true });
  checkScores(scores);
  const syntax = sqlSyntax(dialect);
  const name = writtenTable(syntax, table);
  const keys = SCORE_KEYS.map(syntax.name).join(", ");
  const types = [
    ...SCORE_KEYS.map((column) => `${syntax.name(column)} ${INTEGER[dialect]} NOT NULL`),
    ...SCORES.map((column) => `${syntax.name(column)} ${DOUBLE[dialect]} NOT NULL`),
  ];
  if (dialect === "duckdb" || dialect === "postgres") types.push(`PRIMARY KEY (${keys})`);
  const engine = dialect === "clickhouse" ? ` ENGINE = MergeTree ORDER BY (${keys})` : "";
  const statements = [`CREATE TABLE ${name} (\n  ${types.join(",\n  ")}\n)${engine}`];
  const columns = [...SCORE_KEYS, ...SCORES].map(syntax.name).join(", ");
  for (let start = 0; start < scores.size; start += rowsPerInsert) {
    const rows: string[] = [];
    for (let i = start; i < Math.min(start + rowsPerInsert, scores.size); i++)
      rows.push(`(${row(scores, i)})`);
    statements.push(`INSERT INTO ${name} (${columns}) VALUES\n${rows.join(",\n")}`);
  }
  return statements;
}

const INTEGER: Readonly<Record<SqlDialect, string>> = {
  duckdb: "BIGINT",
  postgres: "BIGINT",
  bigquery: "INT64",
  snowflake: "BIGINT",
  spark: "BIGINT",
  clickhouse: "Int64",
};

const DOUBLE: Readonly<Record<SqlDialect, string>> = {
  duckdb: "DOUBLE",
  postgres: "DOUBLE PRECISION",
  bigquery: "FLOAT64",
  snowflake: "DOUBLE",
  spark: "DOUBLE",
  clickhouse: "Float64",
};

function row({ columns }: ScoresTable, i: number): string {
  const keys = SCORE_KEYS.map((name) => String(columns[name][i]));
  const scores = SCORES.map((name) => numberLiteral(columns[name][i] as number));
  return [...keys, ...scores].join(", ");
}

/** Refuses what is no table of scores: only whole arrays of numbers may come into a statement. */
function checkScores(scores: ScoresTable): void {
  const isTable =
    typeof scores === "object" &&
    scores !== null &&
    typeof scores.columns === "object" &&
    scores.columns !== null;
  checkOption(
    "scores",
    scores,
    isTable ? null : "This is no table of scores: pass what scoresTable returns.",
  );
  const { columns, size } = scores;
  const arrays = [...SCORE_KEYS, ...SCORES].map((name) => columns[name]);
  checkColumnar("scores", scores, arrays, "scoresTable");
  const fits = arrays.every((array) => array.length === size);
  checkOption("scores.size", size, fits ? null : "The columns have another length.");
  const sound = arrays.every((array) => array.every((value: number) => Number.isFinite(value)));
  checkOption("scores.columns", null, sound ? null : "A column holds what is no finite number.");
  const whole = SCORE_KEYS.every((name) =>
    columns[name].every((value: number) => Number.isSafeInteger(value)),
  );
  checkOption("scores.columns", null, whole ? null : "Frequency and days must be whole numbers.");
}
