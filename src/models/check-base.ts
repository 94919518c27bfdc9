import { checkOneOf, checkOption } from "../rows/options.ts";
import { TIME_UNITS } from "../time/unit.ts";

/** Refuses what is no base of customers, for those who write without types. */
export function checkBase(customers: { readonly unit: string; readonly rows: readonly unknown[] }): void {
  const isBase = typeof customers === "object" && customers !== null && Array.isArray(customers.rows);
  checkOption(
    "customers",
    customers,
    isBase ? null : "This is no customer base: pass what summarizeCustomers returns, or { unit, rows }.",
  );
  checkOneOf("customers.unit", customers.unit, TIME_UNITS);
}
