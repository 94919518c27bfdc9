import type { Cluster, ClusterWarning } from "./k-means-model.ts";

/** A cluster of less is more often a few odd rows than a kind of customer. */
const TINY = 0.01;
/** Of fewer rows even 1 % is no row. */
const ROWS_FOR_TINY = 200;
/** Fewer starts say nothing by not agreeing. */
const STARTS_TO_AGREE = 5;

interface Conclusion {
  readonly clusters: readonly Cluster[];
  readonly total: number;
  readonly converged: boolean;
  readonly starts: number;
  readonly agreeing: number;
  readonly iterations: number;
}

/** Doubts about clusters. */
export function clusterWarnings({
  clusters,
  total,
  converged,
  starts,
  agreeing,
  iterations,
}: Conclusion): readonly ClusterWarning[] {
  const warnings: ClusterWarning[] = [];
  if (!converged) {
    const message = `Rows were still moving after ${iterations} passes: raise maxIterations.`;
    warnings.push({ code: "not-converged", message });
  }
  if (starts >= STARTS_TO_AGREE && agreeing === 1) {
    const message = `Only one of ${starts} starts came to these clusters, so there may be better ones, and they may not be there in other data: raise starts, or ask for fewer clusters.`;
    warnings.push({ code: "starts-disagree", message });
  }
  const tiny = clusters.filter(({ share }) => share < TINY);
  if (total >= ROWS_FOR_TINY && tiny.length > 0) {
    const message = `Less than 1 % of the rows are in ${tiny.length === 1 ? "cluster" : "clusters"} ${tiny.map(({ cluster }) => cluster).join(", ")}: these are outliers rather than a kind of their own. Logarithms (transform "log1p") draw them in.`;
    warnings.push({ code: "tiny-cluster", message });
  }
  return warnings;
}
