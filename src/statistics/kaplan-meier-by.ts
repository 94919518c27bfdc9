import type { Accessor } from "../rows/accessor.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { checkOption } from "../rows/options.ts";
import { checkedSurvivalOptions, type KaplanMeierOptions, survivalCurveOf } from "./kaplan-meier.ts";
import type { ObservedDuration } from "./observed-durations.ts";
import { pickDurations, rowsOfGroups } from "./pick-durations.ts";
import { collectDurations } from "./read-durations.ts";
import { groupsOfRows } from "./read-groups.ts";
import type { SurvivalCurve } from "./survival-curve.ts";

/** The survival curve of one group. */
export interface GroupSurvivalCurve extends SurvivalCurve {
  readonly group: GroupValue;
}

/**
 * A survival curve for each group of rows.
 *
 * @param rows - Rows `{ duration, event, entry?, weight? }` with whatever else they hold.
 * @param key - What tells the groups apart: the name of a field, or a function of the row that gives a text, a number, or true or false.
 * @param options - As for `kaplanMeier`.
 * @returns `[{ group, …curve }]`, in the order in which the groups first appear.
 * @throws {@link DataError} with all faulty rows, also those without a group, or for an option that cannot be used.
 *
 * @example
 * import { kaplanMeierBy, survivalAt } from "clientele";
 *
 * const rows = [
 *   { duration: 3, event: true, plan: "monthly" },
 *   { duration: 12, event: false, plan: "yearly" },
 *   { duration: 5, event: true, plan: "monthly" },
 *   { duration: 8, event: false, plan: "monthly" },
 * ];
 * kaplanMeierBy(rows, "plan").map((curve) => [curve.group, survivalAt(curve, 4).survival]); // => [["monthly", 0.6667], ["yearly", 1]]
 */
export function kaplanMeierBy<Row extends ObservedDuration>(
  rows: readonly Row[],
  key: Accessor<Row, GroupValue>,
  options: KaplanMeierOptions = {},
): readonly GroupSurvivalCurve[] {
  const checked = checkedSurvivalOptions(options);
  checkOption("rows", rows, Array.isArray(rows) ? null : "These are no rows: pass an array.");
  const collector = new IssueCollector();
  const durations = collectDurations(rows, collector);
  const { groups, codes } = groupsOfRows(rows, key, "key", durations.weight, collector);
  collector.throwIfAny();
  return rowsOfGroups(codes, groups.length).map((members, g) => ({
    group: groups[g] as GroupValue,
    ...survivalCurveOf(pickDurations(durations, members), checked),
  }));
}
