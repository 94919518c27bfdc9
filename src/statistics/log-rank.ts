import { chiSquareTail } from "../math/chi-square-tail.ts";
import type { Accessor } from "../rows/accessor.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { addLogRankSums, noSums } from "./log-rank-sums.ts";
import type {
  GroupedDurationColumns,
  LogRankColumnOptions,
  LogRankOptions,
  LogRankTest,
} from "./log-rank-test.ts";
import { logRankWarnings } from "./log-rank-warnings.ts";
import { checkLogRankWeights, type LogRankWeights } from "./log-rank-weights.ts";
import type { ObservedDuration } from "./observed-durations.ts";
import { pickDurations, rowsOfGroups } from "./pick-durations.ts";
import { rankStatistic } from "./rank-statistic.ts";
import { type DurationArrays, notEnoughDurations } from "./read-durations.ts";
import { type GroupedDurations, groupedColumns, groupedRows } from "./read-grouped-durations.ts";
import type { GroupCodes } from "./read-groups.ts";

/**
 * Tests whether groups differ in survival: at each event it compares who had it with who was at risk (log-rank test).
 *
 * It finds differences in risk that last. Other `weights` look more at the start (`"gehan"`, `"tarone-ware"`, `"peto"`, `{ rho: 1, gamma: 0 }`)
 * or at the end (`{ rho: 0, gamma: 1 }`); choose before you see the data. Tied events have the variance of draws without replacement, events ·
 * (at risk − events) ÷ (at risk − 1). Weights of rows are frequencies. A group that was never at risk together with another one at an
 * event takes no part: it costs a degree of freedom and stands in `warnings`.
 *
 * @param rows - Rows `{ duration, event, entry?, weight? }` with whatever else they hold.
 * @param group - What tells the groups apart: the name of a field, or a function of the row; 2 to 100 groups.
 * @param options - `weights` (default `"log-rank"`) and `strata` (default none).
 * @returns `{ statistic, degreesOfFreedom, pValue, weights, groups, covariance, warnings }`; each group as `{ group, size, events, observed,
 *   expected }`.
 * @throws {@link DataError} with all faulty rows, for fewer than 2 or more than 100 groups, or for an option that cannot be used.
 * @see Mantel (1966); Peto & Peto (1972); Klein & Moeschberger (2003), section 7.3, equations 7.3.1 to 7.3.4; Fleming & Harrington (1991).
 *
 * @example
 * import { logRank } from "clientele";
 *
 * const rows = [
 *   { duration: 10, event: true, plan: "yearly" },
 *   { duration: 20, event: false, plan: "yearly" },
 *   { duration: 30, event: true, plan: "yearly" },
 *   { duration: 10, event: true, plan: "monthly" },
 *   { duration: 20, event: false, plan: "monthly" },
 *   { duration: 50, event: true, plan: "monthly" },
 * ];
 * const { statistic, degreesOfFreedom, pValue } = logRank(rows, "plan");
 * [statistic, degreesOfFreedom, pValue]; // => [0.3846, 1, 0.5351]
 */
export function logRank<Row extends ObservedDuration>(
  rows: readonly Row[],
  group: Accessor<Row, GroupValue>,
  options?: LogRankOptions<Row>,
): LogRankTest;
/**
 * Tests whether groups that stand in columns differ in survival; the same as for rows.
 *
 * @param columns - `duration`, `event` and `group`, optionally `entry`, `weight` and `strata`; all of one length.
 * @param options - `weights` (default `"log-rank"`).
 * @returns As for rows.
 * @throws {@link DataError} as for rows, and if the columns differ in length.
 *
 * @example
 * import { logRank } from "clientele";
 *
 * const duration = [10, 20, 30, 10, 20, 50];
 * const event = [1, 0, 1, 1, 0, 1];
 * logRank({ duration, event, group: ["a", "a", "a", "b", "b", "b"] }).pValue; // => 0.5351
 */
export function logRank(columns: GroupedDurationColumns, options?: LogRankColumnOptions): LogRankTest;
export function logRank<Row extends ObservedDuration>(
  durations: readonly Row[] | GroupedDurationColumns,
  second?: Accessor<Row, GroupValue> | LogRankColumnOptions,
  third: LogRankOptions<Row> = {},
): LogRankTest {
  if (Array.isArray(durations)) {
    const rows: readonly Row[] = durations;
    checkNames("options", third, { weights: true, strata: true } satisfies Record<
      keyof LogRankOptions<Row>,
      true
    >);
    const { weights = "log-rank", strata } = third;
    checkLogRankWeights(weights);
    return compare(groupedRows(rows, second as Accessor<Row, GroupValue>, strata), weights);
  }
  const options = (second ?? {}) as LogRankColumnOptions;
  checkNames("options", options, { weights: true } satisfies Record<keyof LogRankColumnOptions, true>);
  const { weights = "log-rank" } = options;
  checkLogRankWeights(weights);
  return compare(groupedColumns(durations as GroupedDurationColumns), weights);
}

function compare({ durations, grouping, strata }: GroupedDurations, weights: LogRankWeights): LogRankTest {
  const { groups, codes } = grouping;
  checkGroups(groups);
  const sums = noSums(groups.length);
  if (strata === null && !durations.weight?.includes(0)) addLogRankSums(sums, durations, codes, weights);
  else {
    const layers = strata ?? oneStratum(codes);
    for (const members of rowsOfGroups(layers.codes, layers.groups.length)) {
      const groupOf = members.map((row) => codes[row] as number);
      addLogRankSums(sums, pickDurations(durations, members), groupOf, weights);
    }
  }
  const { observed, expected, covariance } = sums;
  const differences = Array.from(observed, (count, g) => count - (expected[g] as number));
  const { statistic, degreesOfFreedom } = rankStatistic(differences, covariance);
  const { sizes, events } = tallies(durations, codes, groups.length);
  const comparable = degreesOfFreedom > 0;
  return {
    statistic: comparable ? statistic : null,
    degreesOfFreedom,
    pValue: comparable ? chiSquareTail(statistic, degreesOfFreedom) : null,
    weights,
    groups: groups.map((group, g) => ({
      group,
      size: sizes[g] as number,
      events: events[g] as number,
      observed: observed[g] as number,
      expected: expected[g] as number,
    })),
    covariance,
    warnings: logRankWarnings(groups, sums, degreesOfFreedom),
  };
}

/** Each time with an event costs the square of the number of groups. */
const MOST_GROUPS = 100;

function checkGroups(groups: readonly GroupValue[]): void {
  if (groups.length < 2) {
    throw notEnoughDurations("group", "There is only one group: a comparison takes two or more.");
  }
  checkOption(
    "group",
    groups.length,
    groups.length <= MOST_GROUPS
      ? null
      : `There are ${groups.length} groups: at most ${MOST_GROUPS} can be compared. Is this an id? Form groups first.`,
  );
}

/** Rows that stand for nobody are in no group, and so in no stratum. */
function oneStratum(codes: Int32Array): GroupCodes {
  return { groups: [true], codes: codes.map((code) => Math.min(code, 0)) };
}

function tallies(
  { event, weight }: DurationArrays,
  codes: Int32Array,
  groups: number,
): { readonly sizes: Float64Array; readonly events: Float64Array } {
  const sizes = new Float64Array(groups);
  const events = new Float64Array(groups);
  for (let i = 0; i < codes.length; i++) {
    const group = codes[i] as number;
    if (group < 0) continue;
    const count = weight === null ? 1 : (weight[i] as number);
    sizes[group] = (sizes[group] as number) + count;
    if (event[i] === 1) events[group] = (events[group] as number) + count;
  }
  return { sizes, events };
}
