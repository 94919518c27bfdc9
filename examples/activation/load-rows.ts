import { existsSync, readFileSync } from "node:fs";
import { simulateTransactions } from "clientele";
import { parse } from "csv-parse/sync";

/** An invoice: who, when, how much; below 0 for a credit note. */
export interface InvoiceRow {
  readonly customerId: string;
  readonly date: string;
  readonly amount: number;
}

/** Invoices with the day as of which to judge them, and where they are from, in words. */
export interface Invoices {
  readonly source: string;
  readonly rows: readonly InvoiceRow[];
  readonly asOf: string;
}

/** The invoices of a CSV file (Online Retail, one row for each invoice), or simulated ones if it is not there. */
export function loadRows(path: string): Invoices {
  if (!existsSync(path)) {
    const options = {
      customers: 800,
      from: "2024-12-01",
      until: "2025-12-09",
      joinUntil: "2025-09-30",
      seed: 12,
    };
    return {
      source: `${path} is not there: these are simulated customers.`,
      rows: simulateTransactions(options),
      asOf: "2025-12-09",
    };
  }
  const rows = parse(readFileSync(path), { columns: true, bom: true }) as readonly Readonly<
    Record<"CustomerID" | "InvoiceDate" | "NetAmount", string>
  >[];
  return {
    source: `The invoices of ${path}.`,
    rows: rows.map(({ CustomerID, InvoiceDate, NetAmount }) => ({
      customerId: CustomerID,
      date: InvoiceDate.slice(0, 10),
      amount: Number(NetAmount),
    })),
    asOf: "2011-12-09",
  };
}
