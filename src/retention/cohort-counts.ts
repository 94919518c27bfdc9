import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import { type CohortGrid, intervalsCompleted } from "./cohort-grid.ts";
import { type CohortMembers, NO_COHORT } from "./cohort-members.ts";
import type { CohortPlan } from "./cohort-options.ts";

/** Customers in the cells of a grid. */
export interface CohortCounts {
  /** Retained customers. */
  readonly values: Float64Array;
  /** Those among them who are still in the interval; on the clock `"elapsed"` only. */
  readonly running: Float64Array;
}

/** Counts the retained customers of each cell. */
export function countCustomers(
  log: TransactionLog,
  members: CohortMembers,
  grid: CohortGrid,
  plan: CohortPlan,
): CohortCounts {
  const { definition, asOf, intervalDays } = plan;
  const cells = grid.offsets[grid.offsets.length - 1] as number;
  const values = new Float64Array(cells);
  const running = new Float64Array(cells);
  const follow = FOLLOWERS[definition];
  for (let c = 0; c < members.cohortOf.length; c++) {
    const cohort = members.cohortOf[c] as number;
    if (cohort === NO_COHORT) continue;
    const base = grid.offsets[cohort] as number;
    const width = (grid.offsets[cohort + 1] as number) - base;
    const start = members.startOf[c] as number;
    const joined = log.days[start] as number;
    const path: Path = {
      start,
      end: log.offsets[c + 1] as number,
      asOf,
      origin: grid.origin ?? joined,
      shift: grid.shifts[cohort] as number,
      base,
      width,
    };
    const last = follow(log, grid.intervals, path, values);
    if (intervalDays === null) continue;
    const completed = intervalsCompleted(joined, asOf, intervalDays);
    // Of the intervals a customer has begun, only the last can still be running.
    if (last === completed && last < width) running[base + last] = (running[base + last] as number) + 1;
  }
  if (definition !== "bounded") sumFromTheEnd(values, grid.offsets);
  return { values, running };
}

/** One customer's way through the log and the grid. */
interface Path {
  readonly start: number;
  readonly end: number;
  readonly asOf: number;
  readonly origin: number;
  readonly shift: number;
  readonly base: number;
  readonly width: number;
}

/** Marks a customer's cells, and tells the last interval in which he counts as retained, cell or not. */
type Follower = (log: TransactionLog, intervals: Int32Array, path: Path, values: Float64Array) => number;

const FOLLOWERS: Readonly<Record<CohortPlan["definition"], Follower>> = {
  bounded: markEach,
  unbounded: markLast,
  continuous: markEndOfRun,
};

function markEach(log: TransactionLog, intervals: Int32Array, path: Path, values: Float64Array): number {
  const { days, amounts } = log;
  const { end, asOf, origin, shift, base, width } = path;
  let last = -1;
  for (let i = path.start; i < end; i++) {
    const day = days[i] as number;
    if (day > asOf) break;
    const interval = (intervals[day - origin] as number) - shift;
    if (interval === last || !isPurchase(amounts[i] as number)) continue;
    last = interval;
    if (interval < width) values[base + interval] = (values[base + interval] as number) + 1;
  }
  return last;
}

function markLast(log: TransactionLog, intervals: Int32Array, path: Path, values: Float64Array): number {
  const { days, amounts } = log;
  let i = path.end - 1;
  while ((days[i] as number) > path.asOf || !isPurchase(amounts[i] as number)) i--;
  const last = (intervals[(days[i] as number) - path.origin] as number) - path.shift;
  mark(values, path, last);
  return last;
}

function markEndOfRun(log: TransactionLog, intervals: Int32Array, path: Path, values: Float64Array): number {
  const { days, amounts } = log;
  const { end, asOf, origin, shift } = path;
  let run = 0;
  for (let i = path.start; i < end; i++) {
    const day = days[i] as number;
    if (day > asOf) break;
    const interval = (intervals[day - origin] as number) - shift;
    if (interval === run || !isPurchase(amounts[i] as number)) continue;
    if (interval > run + 1) break;
    run = interval;
  }
  mark(values, path, run);
  return run;
}

/** Marks the last cell only; `sumFromTheEnd` fills those before it. */
function mark(values: Float64Array, { base, width }: Path, last: number): void {
  const cell = base + Math.min(last, width - 1);
  values[cell] = (values[cell] as number) + 1;
}

/** Turns counts of last intervals into counts of all intervals up to them. */
export function sumFromTheEnd(values: Float64Array, offsets: Int32Array): void {
  for (let cohort = 0; cohort + 1 < offsets.length; cohort++) {
    const base = offsets[cohort] as number;
    for (let cell = (offsets[cohort + 1] as number) - 2; cell >= base; cell--) {
      values[cell] = (values[cell] as number) + (values[cell + 1] as number);
    }
  }
}
