import type { CustomerId } from "../rows/customer-id.ts";

/** An order of ids that no language decides: numbers before text, then by size or by code unit. */
export function compareIds(a: CustomerId, b: CustomerId): number {
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
