import { DuckDBInstance } from "@duckdb/node-api";
import {
  type DuckDbColumns,
  transactionColumnsFromDuckDb,
  transactionLog,
  transactionLogFromColumns,
} from "clientele";
import { expect, it } from "vitest";
import { csvRows, describeWithData } from "../../test/support/real-data.ts";

/** The columns of a query. */
async function columnsOfQuery(
  sql: string,
  columns: DuckDbColumns,
): Promise<ReturnType<typeof transactionColumnsFromDuckDb>> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return transactionColumnsFromDuckDb(await connection.run(sql), columns);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

describeWithData("CDNOW through DuckDB", "cdnow/cdnow_master.csv", (path) => {
  it("is the log that the library reads", async () => {
    const names = { customer: "customer_id", date: "date", amount: "dollars" } as const;
    const rows = csvRows<"customer_id" | "date" | "dollars">(path).map((row) => ({
      customer_id: Number(row.customer_id),
      date: row.date,
      dollars: Number(row.dollars),
    }));
    const expected = transactionLog(rows, names);
    for (const type of ["DOUBLE", "DECIMAL(9, 2)", "DECIMAL(38, 2)"]) {
      const sql = `SELECT customer_id, date, dollars::${type} AS dollars FROM read_csv('${path.pathname}')`;
      expect(transactionLogFromColumns(await columnsOfQuery(sql, names))).toEqual(expected);
    }
  });
});

describeWithData("Online Retail through DuckDB", "online_retail/online_retail.csv.gz", (path) => {
  it("is the log that the library reads of 541,909 rows", async () => {
    const rows = csvRows<"InvoiceNo" | "Quantity" | "InvoiceDate" | "UnitPrice" | "CustomerID">(path);
    const expected = transactionLog(
      rows,
      {
        customer: (row) => (row.CustomerID === "" ? null : Number(row.CustomerID)),
        date: "InvoiceDate",
        amount: (row) => Number(row.Quantity) * Number(row.UnitPrice),
        order: "InvoiceNo",
      },
      { invalid: "skip" },
    );
    const sql = `SELECT CustomerID, InvoiceDate, Quantity * UnitPrice AS amount, InvoiceNo FROM read_csv('${path.pathname}', types = {'InvoiceNo': 'VARCHAR', 'InvoiceDate': 'TIMESTAMP', 'UnitPrice': 'DOUBLE'})`;
    const columns = await columnsOfQuery(sql, {
      customer: "CustomerID",
      date: "InvoiceDate",
      order: "InvoiceNo",
    });
    expect(transactionLogFromColumns(columns, { invalid: "skip" })).toEqual(expected);
  });
});
