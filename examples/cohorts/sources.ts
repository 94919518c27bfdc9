import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { simulateTransactions, type TransactionLog, transactionLog } from "clientele";
import { parse } from "csv-parse/sync";

/** A shop and where its transactions come from. */
export interface Base {
  readonly name: string;
  readonly log: TransactionLog;
}

type Row = Readonly<Record<string, string>>;

const SOURCES = {
  cdnow: {
    name: "CDNOW, first customers of 1997",
    file: "cdnow/cdnow_master.csv",
    read: (rows: readonly Row[]) =>
      transactionLog(rows, {
        customer: "customer_id",
        date: "date",
        amount: ({ dollars }) => Number(dollars),
      }),
  },
  online_retail: {
    name: "Online Retail, a wholesaler of gifts",
    file: "online_retail/online_retail.csv.gz",
    read: (rows: readonly Row[]) =>
      transactionLog(
        rows,
        {
          customer: "CustomerID",
          date: "InvoiceDate",
          amount: ({ Quantity, UnitPrice }) => Number(Quantity) * Number(UnitPrice),
          order: "InvoiceNo",
        },
        // Every fourth row has no customer.
        { invalid: "skip" },
      ),
  },
} as const;

/** A shop whose file lies in a folder; `null` if it does not. */
export function baseOf(source: keyof typeof SOURCES, folder: string): Base | null {
  const { name, file, read } = SOURCES[source];
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const text = path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  return { name, log: read(parse(text, { columns: true }) as readonly Row[]) };
}

/** Customers who join over a year and are watched for another half. */
export function simulatedBase(): Base {
  const rows = simulateTransactions({
    customers: 3000,
    from: "2024-01-01",
    until: "2025-06-30",
    joinUntil: "2024-12-31",
    seed: 8,
  });
  return { name: "Simulated customers", log: transactionLog(rows) };
}
