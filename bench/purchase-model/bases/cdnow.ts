import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type CustomerSummary,
  simulateTransactions,
  summarizeCustomers,
  type TransactionLog,
  transactionLog,
} from "clientele";
import type { Base, CdnowBase } from "../bases.ts";

/** The CDs that a shop sold in 1997 and 1998, judged at the end of September 1997 as the papers do, or at the end of the data. */
export function cdnow(name: CdnowBase, folder: string): Base<CustomerSummary> {
  const asOf = name === "master-1998" ? "1998-06-30" : "1997-09-30";
  const file = name === "sample" ? "sample" : "master";
  const path = join(folder, `cdnow_${file}.csv`);
  const real = existsSync(path);
  const log = real ? readLog(path) : simulatedLog(file === "sample" ? 2357 : 23_570, asOf);
  const { rows } = summarizeCustomers(log, { asOf, unit: "week", intervals: true });
  const what = real ? `CDNOW ${file}` : "simulated";
  return {
    label: `${what} to ${asOf}, ${rows.length.toLocaleString("en-US")} customers`,
    unit: "week",
    rows,
  };
}

function simulatedLog(customers: number, until: string): TransactionLog {
  return transactionLog(simulateTransactions({ customers, from: "1997-01-01", until, seed: 1 }));
}

function readLog(path: string): TransactionLog {
  const [head = "", ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const fields = head.split(",");
  const [customer, date, amount] = ["id", "date", "dollars"].map((end) =>
    fields.findIndex((field) => field.endsWith(end)),
  ) as [number, number, number];
  const orders = lines.map((line) => {
    const cells = line.split(",");
    return { customerId: cells[customer] ?? "", date: cells[date] ?? "", amount: Number(cells[amount]) };
  });
  return transactionLog(orders);
}
