import type { Accessor } from "../rows/accessor.ts";
import type { GroupValue } from "../rows/group-value.ts";
import type { LogRankWeights } from "./log-rank-weights.ts";
import type { DurationColumns } from "./observed-durations.ts";

/** Durations of several groups column by column; all columns have the same length. */
export interface GroupedDurationColumns extends DurationColumns {
  /** What tells the groups apart. */
  readonly group: ArrayLike<GroupValue>;
  /** Groups are compared within each stratum only. Default: all rows are one. */
  readonly strata?: ArrayLike<GroupValue>;
}

/** How much each time counts. */
export interface LogRankColumnOptions {
  /** Default `"log-rank"`: all times the same. */
  readonly weights?: LogRankWeights;
}

/** How groups are compared. */
export interface LogRankOptions<Row> extends LogRankColumnOptions {
  /**
   * The name of a field, or a function of the row: groups are compared within each stratum only, so that strata may differ in risk. Default: all
   * rows are one.
   */
  readonly strata?: Accessor<Row, GroupValue>;
}

/** What a group had, and what it would have had if the groups did not differ. */
export interface LogRankGroup {
  readonly group: GroupValue;
  /** Number of durations (sum of weights). */
  readonly size: number;
  /** Number of events among them (sum of weights). */
  readonly events: number;
  /** Events, each weighted as its time. */
  readonly observed: number;
  /** Events expected from those at risk if the groups did not differ, each weighted as its time. */
  readonly expected: number;
}

/** A group or groups that could not be compared with the others. */
export interface LogRankWarning {
  /**
   * `"group-not-at-risk"`: a group was never under observation together with another one when an event could tell them apart.
   * `"groups-apart"`: the groups fall into sets of which no two were at risk at the same events.
   */
  readonly code: "group-not-at-risk" | "groups-apart";
  /** The group, if it is about one. */
  readonly group: GroupValue | null;
  readonly message: string;
}

/** Whether groups differ in survival. */
export interface LogRankTest {
  /** Chi-square statistic; `null` if there was nothing to compare. */
  readonly statistic: number | null;
  /** Number of groups that could be compared, less 1. */
  readonly degreesOfFreedom: number;
  /** How probable at least such a statistic would be, by chance, if the groups did not differ; `null` without a statistic. */
  readonly pValue: number | null;
  readonly weights: LogRankWeights;
  /** In the order in which the groups first appear. */
  readonly groups: readonly LogRankGroup[];
  /** Of observed less expected, group by group in the same order. */
  readonly covariance: readonly (readonly number[])[];
  readonly warnings: readonly LogRankWarning[];
}
