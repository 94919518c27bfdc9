import type { InvalidRows } from "../rows/issue-collector.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { TimeUnit } from "../time/unit.ts";
import type { Transaction, TransactionColumns } from "../transactions/columns.ts";
import { checkedLogOptions, type TransactionLogOptions } from "../transactions/options.ts";
import { NO_ORDERS } from "../transactions/read-batch.ts";
import { type LooseColumns, type ResolvedColumns, resolveColumns } from "../transactions/read-rows.ts";
import type { ReturnsPolicy } from "../transactions/transaction-log.ts";
import type { PurchaseCount } from "./customer-summaries.ts";
import { checkSummaryOptions, type SummaryOptions } from "./summarize-customers.ts";

/** How a stream of transactions is read and summed up: the options of `transactionLog` and of `summarizeCustomers`. */
export interface CustomerReducerOptions extends SummaryOptions, TransactionLogOptions {}

/** Where the rows of a stream hold what; there is no `order`, since the line items of an order may lie in two batches. */
export type ReducerColumns<Row = Transaction> = Omit<TransactionColumns<Row>, "order">;

/** The options of a reducer, checked: plain data, which reducers that are merged must share. */
export interface ReducerSettings {
  /** `null`: the last day seen. */
  readonly asOf: CivilDay | null;
  readonly unit: TimeUnit;
  readonly count: PurchaseCount;
  readonly intervals: boolean;
  readonly timeZone: string;
  readonly returns: ReturnsPolicy;
  readonly invalid: InvalidRows;
}

const NAMES = {
  asOf: true,
  unit: true,
  count: true,
  intervals: true,
  columns: true,
  timeZone: true,
  returns: true,
  invalid: true,
} satisfies Record<keyof CustomerReducerOptions | "columns", true>;

/** Checks the options of a reducer. */
export function checkedSettings(options: CustomerReducerOptions): ReducerSettings {
  checkNames("options", options, NAMES);
  const {
    asOf,
    unit = "day",
    count = "purchase-days",
    intervals = false,
    timeZone,
    returns,
    invalid,
  } = options;
  checkSummaryOptions(unit, count, intervals);
  const log = checkedLogOptions(given({ timeZone, returns, invalid }));
  return {
    ...log,
    asOf: asOf === undefined ? null : dayOption("asOf", asOf as DateInput, log.timeZone),
    unit,
    count,
    intervals,
  };
}

/** Checks where rows hold what; a column of order ids is refused with what to do. */
export function checkedColumns<Row>(columns: LooseColumns<Row> | undefined): ResolvedColumns<Row> {
  const resolved = resolveColumns<Row>(columns);
  checkOption("columns.order", columns?.order, resolved.order === null ? null : NO_ORDERS);
  return resolved;
}

function given(
  options: { readonly [Name in keyof TransactionLogOptions]: TransactionLogOptions[Name] | undefined },
): TransactionLogOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
