import type { ClusterProfile } from "../statistics/cluster-profile.ts";
import type { KMeansModel } from "../statistics/k-means-model.ts";

/** A feature of a cluster. */
export interface ClusterCell {
  /** Place of the cluster, from 0. */
  readonly cluster: number;
  readonly feature: string;
  /** In the feature's own unit; `null` for a cluster without rows. */
  readonly value: number | null;
  /** How far from all: in standard deviations for a model, as a binary logarithm of "times the mean" for a profile. `null` if it cannot be said. */
  readonly distance: number | null;
}

/** The centres of a model: where distances are measured, without the features' weights. */
export function modelCells({ features, clusters }: KMeansModel): readonly ClusterCell[] {
  return clusters.flatMap(({ centroid, position }, cluster) =>
    features.map(({ name, weight }, at) => ({
      cluster,
      feature: name,
      value: centroid[name] ?? null,
      distance: (position[at] ?? 0) / Math.sqrt(weight),
    })),
  );
}

/** Colours go no further. */
const FARTHEST = 10;

/** The means of a profile: times the mean of all, so that half and twice as much are equally far. */
export function profileCells({ clusters }: ClusterProfile): readonly ClusterCell[] {
  return clusters.flatMap(({ measures }, cluster) =>
    measures.map(({ name, mean, index }) => ({
      cluster,
      feature: name,
      value: mean,
      distance: index === null ? null : index > 2 ** -FARTHEST ? Math.log2(index) : -FARTHEST,
    })),
  );
}
