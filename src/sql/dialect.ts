/** The engines whose SQL the library writes. */
export type SqlDialect = "duckdb" | "postgres" | "bigquery" | "snowflake" | "spark" | "clickhouse";

export const SQL_DIALECTS: readonly SqlDialect[] = [
  "duckdb",
  "postgres",
  "bigquery",
  "snowflake",
  "spark",
  "clickhouse",
];
