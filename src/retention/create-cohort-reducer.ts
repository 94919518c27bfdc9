import { periodNumbering } from "../time/calendar-period.ts";

import type { Transaction } from "../transactions/columns.ts";
import type { TransactionLogOptions } from "../transactions/options.ts";
import { StreamedActivity } from "./activity-reducer.ts";
import type { CellLines } from "./activity-reducer-log.ts";
import { NOT_SAID, nothingYet, type StreamColumns, splitOptions } from "./activity-reducer-options.ts";
import type { CohortReducer } from "./activity-reducer-types.ts";
import { COHORT_OPTIONS, type CohortOptions, type CohortValue, cohortPlan } from "./cohort-options.ts";
import { cohortRetention } from "./cohort-retention.ts";

/** How a stream is read and its cohorts are followed: the options of `transactionLog` and of `cohortRetention`. */
export interface CohortReducerOptions extends CohortOptions, TransactionLogOptions {}

/** The lines that stand for cells of each value. */
const LINES: Readonly<Record<CohortValue, CellLines>> = {
  customers: "presence",
  orders: "count",
  revenue: "money",
  margin: "margin",
};

/**
 * Follows cohorts over a stream of transactions that need not fit into memory; several streams can be merged.
 *
 * All options of `cohortRetention` hold, and `finish()` gives the same: customers and purchases exactly, money up to rounding in the
 * fifteenth digit. What is kept is a cell for each customer and calendar period in which he bought and, for money, for each day on which he returned
 * something, since only what he returned after his first purchase belongs to his cohort. On the clock `"elapsed"` it is a cell for each customer and
 * day: intervals then begin on a day that is only known at the end.
 *
 * @param options - Those of `cohortRetention` (`period`, `definition`, `clock`, `intervalDays`, `value`, `cumulative`, `from`, `asOf`, `intervals`,
 *   `level`); `columns`, `timeZone`, `invalid` and `returns` as for `transactionLog`. Name no `order`: add up line items before.
 * @returns `{ add, addAll, merge, snapshot, finish, hasBatch, progress }`; `merge(snapshot)` also resumes.
 * @throws {@link DataError} for options that are none; `finish` as `cohortRetention`.
 *
 * @example
 * import { createCohortReducer } from "clientele";
 *
 * const reducer = createCohortReducer({ asOf: "2025-03-31" });
 * reducer.add([{ customerId: "Ada", date: "2025-01-10", amount: 50 }], { id: "january" });
 * reducer.add([{ customerId: "Ada", date: "2025-03-02", amount: 70 }], { id: "march" });
 * reducer.finish().matrix.rates; // => [[1, 0, 1]]
 * reducer.progress.cells; // => 2
 */
export function createCohortReducer<Row extends Transaction = Transaction>(
  options?: CohortReducerOptions & StreamColumns<Row>,
): CohortReducer<Row>;
export function createCohortReducer<Row>(
  options: CohortReducerOptions & Required<StreamColumns<Row>>,
): CohortReducer<Row>;
export function createCohortReducer<Row>(
  options: CohortReducerOptions & StreamColumns<Row> = {},
): CohortReducer<Row> {
  const { columns, log, own, settings } = splitOptions<Row, CohortOptions>(options, COHORT_OPTIONS);
  const plan = cohortPlan(nothingYet(log.timeZone), { asOf: NOT_SAID, ...own });
  const { value, clock, period } = plan;
  const isMoney = value === "revenue" || value === "margin";
  const day = (each: number): number => each;
  return new StreamedActivity(
    {
      kind: "cohort-reducer",
      settings,
      log,
      asOf: own.asOf === undefined ? null : plan.asOf,
      slotOf: clock === "elapsed" ? day : periodNumbering(period),
      slotOfReturn: isMoney ? day : null,
      money: value === "revenue" ? "amount" : value === "margin" ? "margin" : "none",
      lines: LINES[value],
      // The lines of purchases hold their numbers as if these were money.
      finish: (cells) =>
        value === "orders"
          ? { ...cohortRetention(cells, { ...own, value: "revenue" }), value }
          : cohortRetention(cells, own),
    },
    columns,
  );
}
