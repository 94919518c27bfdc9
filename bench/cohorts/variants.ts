import { cohortRetention, retentionLedger, type TransactionLog, transactionLogFromColumns } from "clientele";
import { instantOn, type OrderRow, type Orders, orderRows } from "../reduction/workload.ts";
import { cohortsOfColumns, cohortsOfRows, type Triangle } from "./naive.ts";

/** A way from orders to monthly cohorts; `null` where it makes something else that is timed beside. */
export interface CohortVariant {
  readonly label: string;
  readonly prepare: (orders: Orders) => unknown;
  readonly run: (input: unknown) => unknown;
  readonly triangle: ((output: unknown) => Triangle) | null;
}

function variant<Input, Output>(
  label: string,
  prepare: (orders: Orders) => Input,
  run: (input: Input) => Output,
  triangle: ((output: Output) => Triangle) | null,
): CohortVariant {
  return { label, prepare, run, triangle } as CohortVariant;
}

function logOf({ customer, day, amount }: Orders): TransactionLog {
  return transactionLogFromColumns({ customer, date: { epochDays: day }, amount });
}

export const COHORT_VARIANTS = {
  bounded: variant(
    "clientele, from a log: bounded",
    logOf,
    (log) => cohortRetention(log),
    ({ matrix }) => matrix.values,
  ),
  unbounded: variant(
    "clientele, from a log: unbounded",
    logOf,
    (log) => cohortRetention(log, { definition: "unbounded" }),
    null,
  ),
  elapsed: variant(
    "clientele, from a log: each customer's own 30 days",
    logOf,
    (log) => cohortRetention(log, { clock: "elapsed" }),
    null,
  ),
  revenue: variant(
    "clientele, from a log: revenue",
    logOf,
    (log) => cohortRetention(log, { value: "revenue" }),
    null,
  ),
  columns: variant(
    "clientele, from columns, the log included: bounded",
    (orders) => orders,
    (orders) => cohortRetention(logOf(orders)),
    ({ matrix }) => matrix.values,
  ),
  ledger: variant("clientele, from a log: ledger", logOf, (log) => retentionLedger(log), null),
  "ledger-12": variant(
    "clientele, from a log: ledger, active for 12 months",
    logOf,
    (log) => retentionLedger(log, { activeWindow: { months: 12 } }),
    null,
  ),
  "naive-columns": variant(
    "Map and Set, from columns: bounded",
    (orders) => orders,
    cohortsOfColumns,
    (triangle) => triangle,
  ),
  "naive-rows": variant(
    "Map and Set, from row objects: bounded",
    (orders): OrderRow<number>[] => orderRows(orders, instantOn),
    cohortsOfRows,
    (triangle) => triangle,
  ),
} as const satisfies Record<string, CohortVariant>;

export type CohortVariantName = keyof typeof COHORT_VARIANTS;
