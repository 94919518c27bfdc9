import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { purchaseStream, type StreamSize } from "../streams/workload.ts";

/** Purchases in memory that all threads share. */
export interface SharedPurchases {
  readonly customer: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  readonly amount: Float64Array;
}

/** Draws purchases into shared memory. */
export function sharedPurchases(size: StreamSize): SharedPurchases {
  const customer = new Int32Array(new SharedArrayBuffer(4 * size.rows));
  const day = new Int32Array(new SharedArrayBuffer(4 * size.rows));
  const amount = new Float64Array(new SharedArrayBuffer(8 * size.rows));
  let at = 0;
  for (const batch of purchaseStream(size)) {
    customer.set(batch.customer.subarray(0, batch.rows), at);
    day.set(batch.day.subarray(0, batch.rows), at);
    amount.set(batch.amount.subarray(0, batch.rows), at);
    at += batch.rows;
  }
  return { customer, day, amount };
}

/** Writes the same purchases as a CSV file. */
export async function writePurchases(size: StreamSize, path: string): Promise<void> {
  const out = createWriteStream(path);
  out.write("customerId,date,amount\n");
  const dates = new Map<number, string>();
  const dateOf = (day: number): string => {
    const known = dates.get(day);
    if (known !== undefined) return known;
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    dates.set(day, date);
    return date;
  };
  for (const { rows, customer, day, amount } of purchaseStream(size)) {
    let text = "";
    for (let i = 0; i < rows; i++) text += `K${customer[i]},${dateOf(day[i] as number)},${amount[i]}\n`;
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await finished(out);
}
