import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import type { Checksum } from "./checksum.ts";
import type { Orders } from "./workload.ts";

/** The summary in SQL: first days, then customers. Numbers come back as INTEGER and DOUBLE, which JavaScript reads as they are. */
const SUMMARY = (asOf: number): string => `
  WITH purchase_days AS (
    SELECT customer, day, sum(amount) AS amount, count(*)::INTEGER AS orders
    FROM orders
    GROUP BY customer, day
  )
  SELECT
    customer,
    (count(*) - 1)::INTEGER AS frequency,
    max(day) - min(day) AS recency,
    ${asOf} - min(day) AS age,
    CASE WHEN count(*) = 1 THEN 0 ELSE (sum(amount) - arg_min(amount, day)) / (count(*) - 1) END AS monetary_value,
    sum(orders)::INTEGER AS orders,
    sum(amount) AS revenue,
    min(day) AS first_day,
    max(day) AS last_day
  FROM purchase_days
  GROUP BY customer`;

const ROWS_PER_CHUNK = 2048;

/** A database in memory with one thread that holds the orders. */
export async function loadedDatabase(
  ids: ArrayLike<number | string>,
  { day, amount }: Orders,
): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const idType: DuckDBType = typeof ids[0] === "string" ? VARCHAR : INTEGER;
  await connection.run("SET threads = 1");
  await connection.run(`CREATE TABLE orders (customer ${idType}, day INTEGER, amount DOUBLE)`);
  const appender = await connection.createAppender("orders");
  for (let start = 0; start < ids.length; start += ROWS_PER_CHUNK) {
    const end = Math.min(start + ROWS_PER_CHUNK, ids.length);
    const chunk = DuckDBDataChunk.create([idType, INTEGER, DOUBLE]);
    chunk.setColumns([
      Array.prototype.slice.call(ids, start, end),
      Array.from(day.subarray(start, end)),
      Array.from(amount.subarray(start, end)),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return connection;
}

/** The columns of the summary in JavaScript, in the order of the query. */
export type SummaryColumns = readonly (readonly unknown[])[];

export async function summarizeInDatabase(
  connection: DuckDBConnection,
  asOf: number,
): Promise<SummaryColumns> {
  const reader = await connection.runAndReadAll(SUMMARY(asOf));
  return reader.getColumns();
}

export function checksumOfColumns(columns: SummaryColumns): Checksum {
  const sum = (k: number): number => (columns[k] as number[]).reduce((total, value) => total + value, 0);
  return {
    customers: columns[0]?.length ?? 0,
    frequency: sum(1),
    recency: sum(2),
    age: sum(3),
    monetaryValue: sum(4),
    orders: sum(5),
    revenue: sum(6),
    firstDay: sum(7),
    lastDay: sum(8),
  };
}
