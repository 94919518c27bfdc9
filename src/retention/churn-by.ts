import type { Accessor } from "../rows/accessor.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import { type ChurnedAccessor, type GroupTally, groupTallies } from "./churn-groups.ts";

/** Where rows say who has churned, and what he was worth. */
export interface ChurnByOptions<Row> extends ConfidenceOptions {
  /** Name of the field, or function of the row, that says whether the customer has churned, such as `"event"` of tenures. There is no default. */
  readonly churned: ChurnedAccessor<Row>;
  /** Money of the row, 0 or more, such as revenue. Default: none. */
  readonly value?: Accessor<Row, number>;
}

const NAMES = { churned: true, value: true, level: true } satisfies Record<keyof ChurnByOptions<never>, true>;

/** Churn of some customers, and the money they brought. */
export interface ChurnShare {
  /** Rows: customers, if each has one. */
  readonly customers: number;
  readonly churned: number;
  /** Churned ÷ customers; `null` without customers, as are its limits. */
  readonly churnRate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Share of all churned customers; `null` if nobody churned. */
  readonly shareOfChurned: number | null;
  /** Sum of the values; `null` if none were asked for, as are the following. */
  readonly value: number | null;
  /** Sum of the values of the churned. */
  readonly churnedValue: number | null;
  /** Churned value ÷ value; `null` also if there was none. */
  readonly valueChurnRate: number | null;
}

/** Churn of a group. */
export interface GroupChurn extends ChurnShare {
  /** What the rows say; `null` for those that say nothing. */
  readonly group: GroupValue | null;
}

/** Churn by group. */
export interface ChurnByGroup {
  /** In the order in which groups first appear; they add up to the total. */
  readonly rows: readonly GroupChurn[];
  readonly total: ChurnShare;
}

/**
 * Churn by plan, industry, channel or any other key of any rows: tenures, signals, classified customers, or your own.
 *
 * The rate is churned ÷ rows of the group. Mind what the rows are: of tenures it is the share that has left at all, which is higher for groups who have
 * been customers for longer; compare such groups by `kaplanMeierBy` and `logRank`.
 *
 * @param rows - Rows of any kind, one for each customer.
 * @param key - Name of the field, or function of the row, by which to group; what is missing or empty is a group of its own, `null`.
 * @param options - `churned` (true or 1, false or 0), `value` (money, 0 or more), and `level` of the Wilson intervals, default 0.95.
 * @returns `{ rows, total }`: per group customers, churned, rate with interval, share of all churned, and the same by value; rates in [0, 1].
 * @throws {@link DataError} if no row has the field of the key, or with all rows that do not say whether they churned, or whose value is none.
 *
 * @example
 * import { churnBy } from "clientele";
 *
 * const rows = [
 *   { plan: "Basic", left: true, revenue: 10 },
 *   { plan: "Basic", left: false, revenue: 30 },
 *   { plan: "Pro", left: false, revenue: 60 },
 * ];
 * const byPlan = churnBy(rows, "plan", { churned: "left", value: "revenue" });
 * byPlan.rows[0]?.churnRate; // => 0.5
 * byPlan.rows[0]?.valueChurnRate; // => 0.25
 * byPlan.total.valueChurnRate; // => 0.1
 */
export function churnBy<Row>(
  rows: Iterable<Row>,
  key: Accessor<Row, GroupValue>,
  options: ChurnByOptions<Row>,
): ChurnByGroup {
  checkNames("options", options, NAMES);
  const { churned, value, level = 0.95 } = options;
  checkOption("churned", churned, churned === undefined ? NOT_SAID : null);
  checkLevel(level);
  const tallies = groupTallies(rows, { key, keyName: "key", churned, value: value ?? null });
  const all = totalOf(tallies);
  const z = standardErrorsOfLevel(level);
  const valued = value !== undefined;
  return {
    rows: tallies.map((tally) => ({ group: tally.group, ...shareOf(tally, all.churned, valued, z) })),
    total: shareOf(all, all.churned, valued, z),
  };
}

const NOT_SAID =
  'Say which field tells who has churned, e.g. "event" for tenures, or pass a function of the row.';

/** The sums of all groups, group by group, so that they add up to the last digit. */
function totalOf(tallies: readonly GroupTally[]): GroupTally {
  const total: GroupTally = { group: null, rows: 0, churned: 0, value: 0, churnedValue: 0 };
  for (const { rows, churned, value, churnedValue } of tallies) {
    total.rows += rows;
    total.churned += churned;
    total.value += value;
    total.churnedValue += churnedValue;
  }
  return total;
}

function shareOf(tally: GroupTally, allChurned: number, valued: boolean, z: number): ChurnShare {
  const estimate = wilsonInterval(tally.churned, tally.rows, z);
  return {
    customers: tally.rows,
    churned: tally.churned,
    churnRate: estimate?.rate ?? null,
    lower: estimate?.lower ?? null,
    upper: estimate?.upper ?? null,
    shareOfChurned: allChurned === 0 ? null : tally.churned / allChurned,
    value: valued ? tally.value : null,
    churnedValue: valued ? tally.churnedValue : null,
    valueChurnRate: valued && tally.value > 0 ? tally.churnedValue / tally.value : null,
  };
}
