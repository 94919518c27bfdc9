import { existsSync } from "node:fs";
import type { TransactionTableColumns } from "../../../src/sql/transaction-table.ts";
import { simulateTransactions } from "../../../src/transactions/simulate-transactions.ts";
import type { TransactionLog } from "../../../src/transactions/transaction-log.ts";
import { transactionLog } from "../../../src/transactions/transaction-log-from-rows.ts";
import { csvRows } from "../../../test/support/real-data.ts";

/** One customer base as a table of an engine and as a log. */
export interface Base {
  readonly name: string;
  /** Name and type of each column of the table. */
  readonly types: string;
  readonly csv: string;
  readonly columns: TransactionTableColumns;
  readonly log: TransactionLog;
  /** A day in the first period that is asked for, and the one as of which all is judged. */
  readonly from: string;
  readonly asOf: string;
}

interface Row {
  readonly customerId: string;
  readonly date: string;
  /** Exact decimals. */
  readonly amount: string;
  readonly margin: string;
}

const COLUMNS = { customer: "Customer", date: "ordered on", amount: "amount", margin: "margin" };

/** Invented customers who also return things, some before they have bought anything, and buy several times on a day. */
export function simulatedBase(): Base {
  const bought = simulateTransactions({
    customers: 900,
    from: "2022-01-15",
    until: "2024-09-20",
    joinUntil: "2024-06-30",
    seed: 11,
  });
  const rows: Row[] = [];
  bought.forEach(({ customerId, date, amount }, i) => {
    const row = (euros: number, day = date): Row => ({
      customerId,
      date: day,
      amount: euros.toFixed(2),
      margin: (((i % 7) - 1) / 8).toFixed(3),
    });
    rows.push(row(amount));
    if (i % 9 === 0) rows.push(row(-amount / 2));
    if (i % 23 === 0) rows.push(row(0));
    if (i % 31 === 0) rows.push(row(-5, "2022-01-03"));
    if (i % 17 === 0) rows.push(row(25));
  });
  rows.push({ customerId: "returns only", date: "2023-05-05", amount: "-12.50", margin: "0.000" });
  for (const customerId of ["late", "later"])
    rows.push({ customerId, date: "2025-02-01", amount: "40.00", margin: "1.000" });
  return baseOf("simulated", rows, "2022-02-10", "2024-08-17");
}

function baseOf(name: string, rows: readonly Row[], from: string, asOf: string): Base {
  return {
    name,
    types: '"Customer" VARCHAR(40), "ordered on" DATE, "amount" DECIMAL(18, 2), "margin" DECIMAL(18, 3)',
    csv: rows
      .map(({ customerId, date, amount, margin }) => [customerId, date, amount, margin].join())
      .join("\n"),
    columns: COLUMNS,
    log: transactionLog(
      rows.map((row) => ({ ...row, amount: Number(row.amount), margin: Number(row.margin) })),
      { customer: "customerId", date: "date", amount: "amount", margin: "margin" },
    ),
    from,
    asOf,
  };
}

/** CDNOW, all 23,570 customers. */
export function cdnowBase(): Base | null {
  const path = dataPath("cdnow/cdnow_master.csv");
  if (path === null) return null;
  const rows = csvRows<"customer_id" | "date" | "dollars">(path);
  return {
    name: "CDNOW",
    types: "customer_id INTEGER, day DATE, dollars DECIMAL(12, 2)",
    csv: rows.map((row) => [row.customer_id, row.date, row.dollars].join()).join("\n"),
    columns: { customer: "customer_id", date: "day", amount: "dollars" },
    log: transactionLog(rows, {
      customer: (row) => Number(row.customer_id),
      date: "date",
      amount: (row) => Number(row.dollars),
    }),
    from: "1997-01-01",
    asOf: "1998-06-30",
  };
}

/** Online Retail: line items of orders with local times, returns, and rows without a customer. */
export function onlineRetailBase(): Base | null {
  const path = dataPath("online_retail/online_retail.csv.gz");
  if (path === null) return null;
  const rows = csvRows<"InvoiceNo" | "Quantity" | "InvoiceDate" | "UnitPrice" | "CustomerID">(path);
  const amountOf = (row: (typeof rows)[number]): number => Number(row.Quantity) * Number(row.UnitPrice);
  return {
    name: "Online Retail",
    types: "invoice VARCHAR(20), sold_at TIMESTAMP, customer VARCHAR(20), amount DECIMAL(18, 3)",
    csv: rows
      .map((row) => [row.InvoiceNo, row.InvoiceDate, row.CustomerID, amountOf(row).toFixed(3)].join())
      .join("\n"),
    columns: { customer: "customer", date: "sold_at", amount: "amount", order: "invoice" },
    log: transactionLog(
      rows,
      { customer: "CustomerID", date: "InvoiceDate", amount: amountOf, order: "InvoiceNo" },
      { invalid: "skip" },
    ),
    from: "2010-12-01",
    asOf: "2011-12-09",
  };
}

function dataPath(file: string): URL | null {
  const path = new URL(`../../../../shared/data/${file}`, import.meta.url);
  return existsSync(path) ? path : null;
}
