import type { FeatureTransform } from "./feature-spec.ts";

/** A feature as a model knows it: position = (transformed value − centre) × √weight ÷ spread. */
export interface ClusterFeature {
  readonly name: string;
  readonly transform: FeatureTransform;
  /** Mean or median of the transformed values. */
  readonly centre: number;
  /** Standard deviation or distance of the quartiles of the transformed values; 1 without scaling. */
  readonly spread: number;
  /** How much squared differences in the feature count. */
  readonly weight: number;
}

/** A cluster of a model. */
export interface Cluster {
  /** Its number, from 1: the largest first. */
  readonly cluster: number;
  /** Rows nearest to its centre, each as often as its weight says. */
  readonly size: number;
  /** Of all rows, in [0, 1]. */
  readonly share: number;
  /**
   * The centre, feature by feature, in the features' own units: the mean of its rows, of logarithms turned back (for `"log"` the geometric
   * mean).
   */
  readonly centroid: Readonly<Record<string, number>>;
  /** The centre in the scaled space where distances are measured, in the order of `features`. */
  readonly position: readonly number[];
  /** Σ squared distance of its rows from the centre, in the scaled space. */
  readonly withinSumOfSquares: number;
}

/** A doubt about clusters. */
export interface ClusterWarning {
  /**
   * `"not-converged"`: rows were still moving when the search ended. `"starts-disagree"`: only one of five or more starts came to the best clusters.
   * `"tiny-cluster"`: a cluster holds less than 1 % of 200 or more rows. `"weak-structure"`: no number of clusters has a silhouette above 0.25.
   */
  readonly code: "not-converged" | "starts-disagree" | "tiny-cluster" | "weak-structure";
  readonly message: string;
}

/** Clusters found by k-means: plain data, frozen, that survives JSON and holds no rows. */
export interface KMeansModel {
  readonly kind: "k-means";
  readonly version: 1;
  readonly features: readonly ClusterFeature[];
  /** By size, the largest first. */
  readonly clusters: readonly Cluster[];
  /** Rows that took part, each as often as its weight says. */
  readonly size: number;
  /** Σ squared distance of all rows from the centres of their clusters: what k-means makes small. */
  readonly withinSumOfSquares: number;
  /** Σ squared distance of all rows from the centre of all. */
  readonly totalSumOfSquares: number;
  /** 1 − within ÷ total: the share of all differences that is between clusters; `null` if all rows are alike. */
  readonly betweenShare: number | null;
  /** Passes over the rows of the search that won. */
  readonly iterations: number;
  /** Whether the search came to an end: no row can move and make `withinSumOfSquares` smaller. */
  readonly converged: boolean;
  readonly starts: number;
  /** How many of the starts came to the same `withinSumOfSquares`. */
  readonly startsAgreeing: number;
  readonly seed: number;
  readonly warnings: readonly ClusterWarning[];
}
