import type { GroupValue } from "../rows/group-value.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import type { MigrationTally } from "./migration-matrix.ts";
import type { MigrationCounts, SegmentFlow } from "./migration-result.ts";

type Counts = Omit<MigrationCounts, "stayedShare" | "lower" | "upper">;

/** What became of the customers of each segment, and of all; intervals reach z standard errors. */
export function migrationFlows(
  tally: MigrationTally,
  segments: readonly GroupValue[],
  ordered: boolean,
  z: number,
): { readonly segments: readonly SegmentFlow[]; readonly total: MigrationCounts } {
  const outside = segments.length;
  const flows = segments.map((_, own) => countsOf(tally, own, outside, ordered));
  const sum = (name: keyof Counts): number => flows.reduce((total, flow) => total + (flow[name] ?? 0), 0);
  const total: Counts = {
    before: sum("before"),
    stayed: sum("stayed"),
    moved: sum("moved"),
    up: ordered ? sum("up") : null,
    down: ordered ? sum("down") : null,
    left: sum("left"),
    arrived: sum("arrived"),
    entered: sum("entered"),
    after: sum("after"),
  };
  return {
    segments: flows.map((flow, own) => ({ segment: segments[own] as GroupValue, ...withShare(flow, z) })),
    total: withShare(total, z),
  };
}

function countsOf(tally: MigrationTally, own: number, outside: number, ordered: boolean): Counts {
  const before = tally.rowSum(own);
  const after = tally.columnSum(own);
  const stayed = tally.at(own, own);
  const left = tally.at(own, outside);
  const entered = tally.at(outside, own);
  return {
    before,
    stayed,
    moved: before - stayed - left,
    // Better segments stand first.
    up: ordered ? tally.rowSum(own, 0, own) : null,
    down: ordered ? tally.rowSum(own, own + 1, outside) : null,
    left,
    arrived: after - stayed - entered,
    entered,
    after,
  };
}

function withShare(counts: Counts, z: number): MigrationCounts {
  const { rate = null, lower = null, upper = null } = wilsonInterval(counts.stayed, counts.before, z) ?? {};
  return { ...counts, stayedShare: rate, lower, upper };
}
