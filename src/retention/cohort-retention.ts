import { periodEnd, periodName, periodStart } from "../time/calendar-period.ts";
import { isoDate } from "../time/civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { checkLog } from "../transactions/transaction-log.ts";
import { type CellContents, cohortCells } from "./cohort-cells.ts";
import { countCustomers } from "./cohort-counts.ts";
import { type CohortGrid, cohortGrid } from "./cohort-grid.ts";
import { type CohortMembers, cohortMembers } from "./cohort-members.ts";
import { observedCustomers } from "./cohort-observed.ts";
import { type CohortOptions, type CohortPlan, cohortPlan } from "./cohort-options.ts";
import { pooledIntervals } from "./cohort-pooled.ts";
import type { Cohort, CohortCell, CohortMatrix, CohortRetention } from "./cohort-result.ts";
import { sumTransactions } from "./cohort-sums.ts";
import { cohortWarnings } from "./cohort-warnings.ts";

/**
 * Follows customers by the period of their first purchase: how many of each cohort buy again, how often, and for how much.
 *
 * A cohort are all whose first purchase ever (amount of 0 or more) lies in one calendar period; interval 0 is the one of the first purchase.
 * What counts as retained is said by `definition`, never guessed: `"bounded"` (bought in interval N), `"unbounded"` (in N or any later one up
 * to `asOf`; it can only rise as time goes on) or `"continuous"` (in every interval up to N). Returns reduce revenue and margin in the interval
 * in which they happen and are nothing else. A cell that can still change by what happens after `asOf` is not `complete`, and never enters the
 * pooled curve; intervals that have not begun have no cell.
 *
 * @param log - A log from `transactionLog`.
 * @param options - `period` of the cohorts, `definition`, `clock` (calendar periods, or each customer's own `intervalDays`), `value`,
 *   `cumulative`, the first cohort (`from`, a day in it), `asOf` (a day), how many `intervals`, and the `level` of confidence.
 * @returns `{ cohorts, rows, matrix, pooled, total, leftOut, warnings }` and the options that were used: cohorts with sizes, a row per cohort
 *   and interval, the same as a triangle, and the curve of all cohorts together. Rates of customers lie in [0, 1]; those of orders and money
 *   are ratios to interval 0 and may exceed 1, or fall below 0 by returns. Money is in the log's currency.
 * @throws {@link DataError} for options that are none, margins that the log does not have, a `from` after `asOf`, or if the log is empty and no
 *   `asOf` is given.
 *
 * @example
 * import { cohortRetention, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-03-02", amount: 70 },
 *   { customerId: "Ben", date: "2025-01-21", amount: 20 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 90 },
 *   { customerId: "Cem", date: "2025-03-20", amount: 30 },
 * ]);
 * const { cohorts, matrix, pooled } = cohortRetention(log, { asOf: "2025-03-31" });
 * cohorts.map(({ cohort, size }) => `${cohort}: ${size}`); // => ["2025-01: 2", "2025-02: 1"]
 * matrix.rates; // => [[1, 0, 0.5], [1, 1]]
 * pooled.map(({ value, customers }) => `${value} of ${customers}`); // => ["3 of 3", "1 of 3", "1 of 2"]
 * cohortRetention(log, { asOf: "2025-03-31", definition: "unbounded" }).matrix.values; // => [[2, 1, 1], [1, 1]]
 */
export function cohortRetention(log: TransactionLog, options: CohortOptions = {}): CohortRetention {
  checkLog(log);
  const plan = cohortPlan(log, options);
  const members = cohortMembers(log, plan);
  const grid = cohortGrid(members, plan);
  const { total, leftOut, ...contents } = contentsOf(log, members, grid, plan);
  const cells = cohortCells(members, grid, plan, contents);
  return {
    period: plan.period,
    clock: plan.clock,
    intervalDays: plan.intervalDays,
    definition: plan.definition,
    value: plan.value,
    cumulative: plan.cumulative,
    asOf: isoDate(plan.asOf),
    level: plan.level,
    cohorts: cohortsOf(members, plan),
    rows: cells.flat(),
    matrix: matrixOf(cells),
    pooled: pooledIntervals(cells, plan),
    total,
    leftOut,
    warnings: cohortWarnings(log, members, plan, cells),
  };
}

function contentsOf(
  log: TransactionLog,
  members: CohortMembers,
  grid: CohortGrid,
  plan: CohortPlan,
): CellContents & { readonly total: number; readonly leftOut: number } {
  const { intervalDays } = plan;
  const observed = intervalDays === null ? null : observedCustomers(log, members, grid, plan, intervalDays);
  if (plan.value !== "customers") {
    return { ...sumTransactions(log, members, grid, plan), running: null, observed };
  }
  const { values, running } = countCustomers(log, members, grid, plan);
  const inCohorts = members.sizes.reduce((sum, size) => sum + size, 0);
  return {
    values,
    running: intervalDays === null ? null : running,
    observed,
    total: members.buyers,
    leftOut: members.buyers - inCohorts,
  };
}

function cohortsOf(members: CohortMembers, { period }: CohortPlan): readonly Cohort[] {
  return members.periods.map((number, cohort) => ({
    cohort: periodName(number, period),
    from: isoDate(periodStart(number, period)),
    to: isoDate(periodEnd(number, period)),
    size: members.sizes[cohort] as number,
    complete: members.over[cohort] as boolean,
  }));
}

function matrixOf(cells: readonly (readonly CohortCell[])[]): CohortMatrix {
  return {
    values: cells.map((cohort) => cohort.map(({ value }) => value)),
    rates: cells.map((cohort) => cohort.map(({ rate }) => rate)),
    complete: cells.map((cohort) => cohort.map(({ complete }) => complete)),
  };
}
