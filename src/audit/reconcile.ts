import type { Reconciliation } from "./reconciliation.ts";

/** A check of parts against a total. */
export function reconciled(name: string, parts: number, total: number): Reconciliation {
  return { name, parts, total, difference: parts - total };
}
