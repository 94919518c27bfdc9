import type { GroupValue } from "../rows/group-value.ts";
import type { LogRankSums } from "./log-rank-sums.ts";
import type { LogRankWarning } from "./log-rank-test.ts";

/** Says which groups could not be compared. */
export function logRankWarnings(
  groups: readonly GroupValue[],
  { covariance }: LogRankSums,
  degreesOfFreedom: number,
): LogRankWarning[] {
  const warnings = groups.flatMap((group, g): LogRankWarning[] => {
    if ((covariance[g]?.[g] ?? 0) > 0) return [];
    const message = `Group ${JSON.stringify(group)} was never at risk together with another group at an event that could have been of either: it is not compared.`;
    return [{ code: "group-not-at-risk", group, message }];
  });
  const compared = groups.length - warnings.length;
  if (compared > 0 && degreesOfFreedom < compared - 1) {
    const message =
      "The groups fall into sets that were never at risk at the same events: groups are compared within their set only.";
    warnings.push({ code: "groups-apart", group: null, message });
  }
  return warnings;
}
