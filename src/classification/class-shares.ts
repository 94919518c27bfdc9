import { zeroPerClass } from "./class-counts.ts";
import type { ClassifiedCustomer } from "./classified-customer.ts";
import { CUSTOMER_CLASSES, type CustomerClass } from "./customer-class.ts";

/** How many customers belong to a class, and what they brought. */
export interface ClassShare {
  readonly class: CustomerClass;
  readonly customers: number;
  /** Of everybody who is classified, prospects included; `null` if there is nobody. */
  readonly shareOfCustomers: number | null;
  /** Revenue net of returns from the beginning of the log to `asOf`. */
  readonly revenue: number;
  /** `null` unless the whole revenue is above 0. */
  readonly shareOfRevenue: number | null;
}

/** Sums up classified customers; every class has its row, in fixed order. */
export function classShares(rows: readonly ClassifiedCustomer[]): readonly ClassShare[] {
  const customers = zeroPerClass();
  const revenue = zeroPerClass();
  let total = 0;
  for (const row of rows) {
    customers[row.class] += 1;
    revenue[row.class] += row.revenue;
    total += row.revenue;
  }
  return CUSTOMER_CLASSES.map((name) => ({
    class: name,
    customers: customers[name],
    shareOfCustomers: rows.length > 0 ? customers[name] / rows.length : null,
    revenue: revenue[name],
    shareOfRevenue: total > 0 ? revenue[name] / total : null,
  }));
}
