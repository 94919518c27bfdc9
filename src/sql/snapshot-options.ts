import type { PurchaseCount } from "../customers/customer-summaries.ts";
import { checkNames, checkOneOf } from "../rows/options.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { tableDay } from "./table-day.ts";
import { checkTransactionTable, type TransactionTable } from "./transaction-table.ts";

/** As of which day a query looks at customers, and what it counts. */
export interface SqlSnapshotOptions {
  /** The day as of which to judge, inclusive; later transactions are not looked at. There is no default: a query must not depend on the day on which it runs. */
  readonly asOf: DateInput;
  /** What `frequency` counts, as in `summarizeCustomers`. Default `"purchase-days"`. */
  readonly count?: PurchaseCount;
}

const NAMES = { asOf: true, count: true } satisfies Record<keyof SqlSnapshotOptions, true>;

/** A snapshot whose options have been checked. */
export interface Snapshot {
  readonly asOf: IsoDate;
  readonly count: PurchaseCount;
}

/** Refuses a table or options that are none; `more` names what a query may be asked besides. */
export function checkedSnapshot(
  source: TransactionTable,
  options: SqlSnapshotOptions,
  more: Readonly<Record<string, true>> = {},
): Snapshot {
  checkTransactionTable(source);
  checkNames("options", options, { ...NAMES, ...more });
  const { asOf, count = "purchase-days" } = options;
  checkCount(count);
  return { asOf: isoDate(tableDay(source, "asOf", asOf)), count };
}

/** Refuses what is no way to count purchases. */
export function checkCount(count: unknown): void {
  checkOneOf("count", count, ["purchase-days", "purchases"]);
}
