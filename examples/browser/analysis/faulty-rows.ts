import { DataError, type IssueCode, type TransactionLog, transactionLog } from "clientele";
import type { OrderRow } from "../../demo/order-row.ts";
import type { FileOrders } from "../reading/read-orders.ts";
import type { ColumnRole } from "../reading/reading.ts";

/** A row that could not be read. */
export interface FaultyRow {
  /** Line of the file, from 1. */
  readonly line: number;
  /** The column at fault; `null` for the row as a whole. */
  readonly column: ColumnRole | null;
  readonly code: IssueCode;
  readonly value: string;
  /** What is wrong and what to do, in English. */
  readonly message: string;
}

/** Rows that were left out: all are counted, the first are listed. */
export interface FaultyRows {
  readonly total: number;
  readonly byCode: Readonly<Partial<Record<IssueCode, number>>>;
  readonly listed: readonly FaultyRow[];
}

/** Orders that passed the door, and those that did not. */
export interface CheckedOrders {
  readonly log: TransactionLog;
  readonly faults: FaultyRows;
}

const NO_FAULTS: FaultyRows = { total: 0, byCode: {}, listed: [] };

/** Reads orders into a log; faulty rows are listed with their lines, and left out. */
export function checkOrders(orders: FileOrders): CheckedOrders {
  const rows = orders.rows as readonly OrderRow[];
  // Texts among the amounts are for the log to find, which the type of a column of amounts would forbid.
  const amount = (row: OrderRow): number => row.amount as number;
  const columns = orders.hasOrders ? ({ amount, order: "order" } as const) : ({ amount } as const);
  try {
    return { log: transactionLog(rows, columns), faults: NO_FAULTS };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const log = transactionLog(rows, columns, { invalid: "skip" });
    return { log, faults: { ...log.skipped, listed: listedFaults(error, orders.lines) } };
  }
}

function listedFaults({ issues }: DataError, lines: readonly number[]): FaultyRow[] {
  return issues.map(({ row, field, code, value, message }) => ({
    line: lines[row ?? -1] ?? 0,
    column: COLUMNS[field] ?? null,
    code,
    value: value === null ? "" : String(value),
    message,
  }));
}

const COLUMNS: Readonly<Record<string, ColumnRole>> = {
  customerId: "customer",
  customer: "customer",
  date: "date",
  amount: "amount",
  order: "order",
};
