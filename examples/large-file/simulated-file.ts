import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { simulateTransactions } from "clientele/transactions";

const CUSTOMERS_AT_A_TIME = 20_000;

const SHOP = {
  from: "2023-01-01",
  until: "2025-12-31",
  joinUntil: "2025-06-30",
  unit: "week",
  purchases: { r: 0.8, alpha: 9, a: 0.7, b: 3.5 },
  spend: { p: 6, q: 4, gamma: 45 },
} as const;

/** Writes orders of invented customers into a temporary folder, some thousand customers at a time, theirs by date. */
export async function simulatedFile(
  orders: number,
): Promise<{ readonly path: string; readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "clientele-large-file-"));
  const path = join(folder, "orders.csv");
  const out = createWriteStream(path);
  out.write("customerId,date,amount\n");
  for (let written = 0, seed = 1; written < orders; seed++) {
    const rows = [...simulateTransactions({ ...SHOP, customers: CUSTOMERS_AT_A_TIME, seed })]
      .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
      .slice(0, orders - written);
    written += rows.length;
    const text = rows
      .map(({ customerId, date, amount }) => `${seed}-${customerId},${date},${amount}\n`)
      .join("");
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await finished(out);
  return { path, folder };
}
