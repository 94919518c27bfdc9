import type { Accessor } from "../rows/accessor.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import type { GroupedDurationColumns } from "./log-rank-test.ts";
import type { ObservedDuration } from "./observed-durations.ts";
import { collectDurations, type DurationArrays } from "./read-durations.ts";
import { type GroupCodes, groupsOfColumn, groupsOfRows } from "./read-groups.ts";

/** Durations with the groups that are compared, and the strata within which they are. */
export interface GroupedDurations {
  readonly durations: DurationArrays;
  readonly grouping: GroupCodes;
  /** `null` if all rows are one stratum. */
  readonly strata: GroupCodes | null;
}

/** Reads rows, their groups and their strata, and throws all that is wrong with them at once. */
export function groupedRows<Row extends ObservedDuration>(
  rows: readonly Row[],
  group: Accessor<Row, GroupValue>,
  strata: Accessor<Row, GroupValue> | undefined,
): GroupedDurations {
  const collector = new IssueCollector();
  const durations = collectDurations(rows, collector);
  const { weight } = durations;
  const grouping = groupsOfRows(rows, group, "group", weight, collector);
  const layers = strata === undefined ? null : groupsOfRows(rows, strata, "strata", weight, collector);
  collector.throwIfAny();
  return { durations, grouping, strata: layers };
}

/** Reads columns, and throws all that is wrong with them at once. */
export function groupedColumns(columns: GroupedDurationColumns): GroupedDurations {
  const collector = new IssueCollector();
  const durations = collectDurations(columns, collector);
  const { duration, weight } = durations;
  const { group, strata } = columns;
  const grouping = groupsOfColumn(group, duration.length, "group", weight, collector);
  const layers =
    strata === undefined ? null : groupsOfColumn(strata, duration.length, "strata", weight, collector);
  collector.throwIfAny();
  return { durations, grouping, strata: layers };
}
