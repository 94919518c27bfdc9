import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { simulateTransactions, summarizeCustomers, type TimeUnit, transactionLog } from "clientele";
import { seededRandom } from "../../src/math/random.ts";

export interface History {
  readonly frequency: number;
  readonly recency: number;
  readonly T: number;
}

/** Customers on whom a model is fitted. */
export interface Base {
  readonly label: string;
  readonly unit: TimeUnit;
  readonly rows: readonly History[];
}

export const BASES = ["sample", "master", "million"] as const;

export type BaseName = (typeof BASES)[number];

export function baseOf(name: BaseName, folder: string): Base {
  if (name === "million")
    return { label: "drawn, 1,000,000 customers, days", unit: "day", rows: drawn(1_000_000) };
  const path = join(folder, `cdnow_${name}.csv`);
  if (existsSync(path)) return cdnow(name, path);
  const customers = name === "sample" ? 2357 : 23_570;
  const log = transactionLog(
    simulateTransactions({ customers, from: "1997-01-01", until: "1997-09-30", seed: 1 }),
  );
  const rows = summarizeCustomers(log, { asOf: "1997-09-30", unit: "week" }).rows;
  return { label: `simulated, ${customers.toLocaleString("en-US")} customers, weeks`, unit: "week", rows };
}

/** The CDs that a shop sold in 1997 and 1998; the sample is judged at the end of September 1997, as the papers do. */
function cdnow(name: "sample" | "master", path: string): Base {
  const [head = "", ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const fields = head.split(",");
  const [customer, date, amount] = ["id", "date", "dollars"].map((end) =>
    fields.findIndex((field) => field.endsWith(end)),
  ) as [number, number, number];
  const orders = lines.map((line) => {
    const cells = line.split(",");
    return { customerId: cells[customer] ?? "", date: cells[date] ?? "", amount: Number(cells[amount]) };
  });
  const asOf = name === "sample" ? "1997-09-30" : "1998-06-30";
  const { rows } = summarizeCustomers(transactionLog(orders), { asOf, unit: "week" });
  return {
    label: `CDNOW ${name}, ${rows.length.toLocaleString("en-US")} customers, weeks`,
    unit: "week",
    rows,
  };
}

/** Histories drawn from the BG/NBD model itself with CDNOW's parameters, 1 to 2 years long, in whole days. */
function drawn(customers: number): History[] {
  const random = seededRandom(1);
  return Array.from({ length: customers }, () => {
    const rate = random.gamma(0.243, 4.414 * 7);
    const dropout = random.beta(0.793, 2.426);
    const T = 365 + Math.floor(random.uniform() * 365);
    let frequency = 0;
    let last = 0;
    for (let age = random.exponential(rate); age < T; age += random.exponential(rate)) {
      frequency += 1;
      last = age;
      if (random.uniform() <= dropout) break;
    }
    return { frequency, recency: Math.floor(last), T };
  });
}
