import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER } from "@duckdb/node-api";
import { purchaseStream, type StreamSize } from "./workload.ts";

/** The same reduction in SQL, down to the weighted cells: purchase days, customers, cells. */
const CELLS = (asOf: number): string => `
  WITH purchase_days AS (
    SELECT customer, day, sum(amount) AS amount
    FROM purchases
    GROUP BY customer, day
  ),
  customers AS (
    SELECT
      count(*) - 1 AS frequency,
      max(day) - min(day) AS recency,
      ${asOf} - min(day) AS age,
      sum(amount) AS revenue
    FROM purchase_days
    GROUP BY customer
  )
  SELECT frequency::INTEGER AS frequency, recency, age, count(*)::INTEGER AS customers, sum(revenue) AS revenue
  FROM customers
  GROUP BY frequency, recency, age`;

const ROWS_PER_CHUNK = 2048;

/** A database on one thread that holds the purchases; what its memory does not hold goes to a folder. */
export async function loadedDatabase(size: StreamSize, folder: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run("SET threads = 1");
  await connection.run(`SET temp_directory = '${folder.replaceAll("'", "''")}'`);
  await connection.run("CREATE TABLE purchases (customer INTEGER, day INTEGER, amount DOUBLE)");
  const appender = await connection.createAppender("purchases");
  for (const { rows, customer, day, amount } of purchaseStream(size)) {
    for (let start = 0; start < rows; start += ROWS_PER_CHUNK) {
      const end = Math.min(start + ROWS_PER_CHUNK, rows);
      const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, DOUBLE]);
      chunk.setColumns([
        Array.from(customer.subarray(start, end)),
        Array.from(day.subarray(start, end)),
        Array.from(amount.subarray(start, end)),
      ]);
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
  }
  appender.closeSync();
  return connection;
}

/** Columns frequency, recency, age, customers and revenue of the cells. */
export async function cellsInDatabase(
  connection: DuckDBConnection,
  asOf: number,
): Promise<readonly (readonly number[])[]> {
  const reader = await connection.runAndReadAll(CELLS(asOf));
  return reader.getColumns() as readonly (readonly number[])[];
}
