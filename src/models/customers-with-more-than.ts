import type { PurchaseCells } from "./purchase-cells.ts";

/** For each j, how many customers made more than j repeat purchases. */
export function customersWithMoreThan({ frequency, weight, size }: PurchaseCells): Float64Array {
  const most = size === 0 ? 0 : (frequency[size - 1] as number);
  const counts = new Float64Array(most);
  let customers = 0;
  let cell = size - 1;
  for (let j = most - 1; j >= 0; j--) {
    for (; cell >= 0 && (frequency[cell] as number) > j; cell--) customers += weight[cell] as number;
    counts[j] = customers;
  }
  return counts;
}
