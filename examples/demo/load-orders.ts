import type { Command } from "./arguments.ts";
import type { Orders } from "./order-row.ts";
import { readCsv } from "./read-csv.ts";
import { simulatedOrders } from "./simulated-orders.ts";
import type { Speech } from "./speech.ts";

/** The orders of the user's file, or simulated ones. */
export async function loadOrders({ file }: Command, speech: Speech): Promise<Orders> {
  if (file !== null) return readCsv(file, speech);
  return { source: speech.texts.overview.simulated, rows: simulatedOrders(), hasOrders: true };
}
