import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { simulateTransactions } from "clientele";
import { parse } from "csv-parse/sync";

/** A line of an order. */
export interface Line {
  readonly customerId: string;
  /** ISO date. */
  readonly date: string;
  readonly amount: number;
  readonly order: string;
}

/** A business, its order lines, and two periods to compare: after the first day up to the second, and on up to the third. */
export interface Business {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly days: readonly [string, string, string];
}

/** The businesses whose files lie in a folder. */
export function businessesIn(folder: string): readonly Business[] {
  return [northwind(folder), onlineRetail(folder)].filter((business) => business !== null);
}

function northwind(folder: string): Business | null {
  const orders = rowsOf<"orderID" | "customerID" | "orderDate">(join(folder, "northwind/orders.csv"));
  const details = rowsOf<"orderID" | "unitPrice" | "quantity" | "discount">(
    join(folder, "northwind/order-details.csv"),
  );
  if (orders === null || details === null) return null;
  const orderOf = new Map(orders.map((order) => [order.orderID, order]));
  return {
    name: "Northwind, a wholesaler of food (sample data)",
    lines: details.map(({ orderID, unitPrice, quantity, discount }) => ({
      customerId: orderOf.get(orderID)?.customerID ?? "",
      date: orderOf.get(orderID)?.orderDate ?? "",
      amount: Number(unitPrice) * Number(quantity) * (1 - Number(discount)),
      order: orderID,
    })),
    days: ["1996-05-06", "1997-05-06", "1998-05-06"],
  };
}

function onlineRetail(folder: string): Business | null {
  const rows = rowsOf<"InvoiceNo" | "InvoiceDate" | "Quantity" | "UnitPrice" | "CustomerID">(
    join(folder, "online_retail/online_retail.csv.gz"),
  );
  if (rows === null) return null;
  return {
    name: "Online Retail, a wholesaler of gifts",
    lines: rows
      // Every fourth row has no customer.
      .filter(({ CustomerID }) => CustomerID !== "")
      .map(({ InvoiceNo, InvoiceDate, Quantity, UnitPrice, CustomerID }) => ({
        customerId: CustomerID,
        date: InvoiceDate.slice(0, 10),
        amount: Number(Quantity) * Number(UnitPrice),
        order: InvoiceNo,
      })),
    days: ["2010-12-09", "2011-06-09", "2011-12-09"],
  };
}

/** Customers of very unequal spend, watched for two years. */
export function simulatedBusiness(): Business {
  const rows = simulateTransactions({ customers: 400, from: "2024-01-01", until: "2025-12-31", seed: 4 });
  return {
    name: "Simulated customers",
    lines: rows.map(({ customerId, date, amount }, at) => ({
      customerId: String(customerId),
      date,
      amount,
      order: String(at),
    })),
    days: ["2023-12-31", "2024-12-31", "2025-12-31"],
  };
}

function rowsOf<Field extends string>(path: string): readonly Readonly<Record<Field, string>>[] | null {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const text = path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  return parse(text, { columns: true }) as Readonly<Record<Field, string>>[];
}
