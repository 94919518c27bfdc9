import { simulatedOrders } from "../../demo/simulated-orders.ts";

/** The orders of an invented shop as a CSV file, faults included, so that they take the same way as a file of one's own. */
export function inventedFile(): Blob {
  const rows = simulatedOrders().map(({ customerId, date, amount, order = "" }) =>
    [customerId, date, quotedIfNeeded(String(amount)), order].join(","),
  );
  return new Blob([`${["customerId,date,amount,order", ...rows].join("\n")}\n`]);
}

function quotedIfNeeded(field: string): string {
  return field.includes(",") ? `"${field}"` : field;
}
