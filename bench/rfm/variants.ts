import { rfm, type TransactionLog, transactionLogFromColumns } from "clientele";
import { instantOn, type OrderRow, type Orders, orderRows } from "../reduction/workload.ts";
import { rfmOfColumns, rfmOfRows } from "./naive.ts";

/** Customers by cell. */
export type CellCounts = Readonly<Record<string, number>>;

interface ScoredRow {
  readonly cell: string;
  readonly segment: string | null | undefined;
}

/** A way from orders to RFM; `compared` if it must come to the same cells and segments as the others. */
export interface RfmVariant {
  readonly label: string;
  readonly prepare: (orders: Orders) => unknown;
  readonly run: (input: unknown) => readonly ScoredRow[];
  readonly compared: boolean;
}

function variant<Input>(
  label: string,
  prepare: (orders: Orders) => Input,
  run: (input: Input) => readonly ScoredRow[],
  compared: boolean,
): RfmVariant {
  return { label, prepare, run, compared } as RfmVariant;
}

/** How many customers have each cell with its segment. */
export function cellCounts(rows: readonly ScoredRow[]): CellCounts {
  const counts: Record<string, number> = {};
  for (const { cell, segment } of rows) {
    const key = `${cell} ${segment}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort());
}

function logOf({ customer, day, amount }: Orders): TransactionLog {
  return transactionLogFromColumns({ customer, date: { epochDays: day }, amount });
}

const itself = (orders: Orders): Orders => orders;

export const RFM_VARIANTS = {
  quantile: variant("clientele, from a log: quantiles", logOf, (log) => rfm(log).rows, true),
  nested: variant(
    "clientele, from a log: nested",
    logOf,
    (log) => rfm(log, { method: "nested" }).rows,
    false,
  ),
  rank: variant("clientele, from a log: ranks", logOf, (log) => rfm(log, { method: "rank" }).rows, false),
  columns: variant(
    "clientele, from columns, the log included",
    itself,
    (orders) => rfm(logOf(orders)).rows,
    true,
  ),
  "naive-columns": variant("Map and typed sort, from columns", itself, rfmOfColumns, true),
  "naive-rows": variant(
    "Map and sort, from row objects",
    (orders): OrderRow<number>[] => orderRows(orders, instantOn),
    rfmOfRows,
    true,
  ),
} as const satisfies Record<string, RfmVariant>;

export type RfmVariantName = keyof typeof RFM_VARIANTS;
