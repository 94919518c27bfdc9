import { frozen } from "../rows/frozen.ts";
import { checkNames, checkNumber } from "../rows/options.ts";
import type { ClusterCentres } from "./cluster-check-model.ts";
import { type FeatureFields, placeRows } from "./cluster-placement.ts";
import type { FeatureColumns } from "./feature-spec.ts";
import { nearestCentres } from "./k-means-nearest.ts";
import { clusterPoints } from "./k-means-points.ts";
import { silhouetteSums } from "./silhouette-sums.ts";

/** How many rows a silhouette is taken of. */
export interface SilhouetteSettings {
  /**
   * More different rows than this are sampled: so many are drawn, and measured against up to 1000 rows of each cluster. `"all"` measures all pairs,
   * whose number is the square of the rows'. Default 5000.
   */
  readonly sample?: number | "all";
}

/** Options of `silhouette`. */
export interface SilhouetteOptions<Row> extends SilhouetteSettings, FeatureFields<Row> {
  /** A whole number, for the sample. Default 1. */
  readonly seed?: number;
}

/** The silhouette of a cluster. */
export interface ClusterSilhouette {
  readonly cluster: number;
  /** Rows in it. */
  readonly size: number;
  /** Average of its rows; `null` if none was measured. */
  readonly average: number | null;
}

/** How well rows fit their clusters. */
export interface Silhouette {
  /** Average of all rows, between −1 and 1; `null` if fewer than two clusters have rows. */
  readonly average: number | null;
  /** Of the average, if rows were sampled; `null` if all were measured. */
  readonly standardError: number | null;
  readonly clusters: readonly ClusterSilhouette[];
  /** Rows measured. */
  readonly measured: number;
}

/** Up to so many rows all pairs are measured, unless a call says otherwise. */
const SAMPLE = 5000;

/** The sample that an option asks for. */
export function checkedSample(sample: unknown = SAMPLE): number | "all" {
  if (sample === "all") return sample;
  checkNumber("sample", sample, { whole: true, least: 2 });
  return sample as number;
}

/**
 * How well rows fit their clusters: the average silhouette, of all and of each cluster.
 *
 * The silhouette of a row is (b − a) ÷ max(a, b), where a is its mean distance to the other rows of its cluster and b that to the rows of the nearest
 * other cluster, in the scaled space: near 1 well inside, near 0 between two clusters, below 0 nearer to another one; 0 for a row alone in its
 * cluster. As a rule of thumb, averages above 0.7 are a strong structure, above 0.5 a reasonable one, above 0.25 a weak one, and below that none. Each row
 * counts once.
 *
 * @param model - What `kMeans` returns, also after a way through JSON.
 * @param rows - The rows it was fitted to, or others; or columns.
 * @param options - `sample` (5000, or `"all"`), `seed` of the sample (1), `features` as in `assignClusters`.
 * @returns `{ average, standardError, clusters, measured }`; `standardError` is that of sampling.
 * @throws {@link DataError} if it is no model, or for numbers that are missing or have no logarithm.
 * @see Rousseeuw (1987), "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis"; Kaufman & Rousseeuw (1990), table 2.4.
 *
 * @example
 * import { kMeans, silhouette } from "clientele";
 *
 * const customers = { orders: [1, 2, 2, 20, 24], revenue: [20, 30, 25, 900, 1100] };
 * const model = kMeans(customers, ["orders", "revenue"], { clusters: 2, seed: 1 });
 * silhouette(model, customers).average; // => 0.904
 */
export function silhouette<Row>(
  model: ClusterCentres,
  rows: Iterable<Row>,
  options?: SilhouetteOptions<Row>,
): Silhouette;
export function silhouette<Columns extends FeatureColumns>(
  model: ClusterCentres,
  columns: Columns,
  options?: SilhouetteSettings & { readonly seed?: number },
): Silhouette;
export function silhouette(
  model: ClusterCentres,
  data: unknown,
  options: SilhouetteSettings & { readonly seed?: number; readonly features?: unknown } = {},
): Silhouette {
  checkNames("options", options, { sample: true, seed: true, features: true } satisfies Record<
    keyof SilhouetteOptions<unknown>,
    true
  >);
  const { seed = 1 } = options;
  checkNumber("seed", seed, { whole: true });
  const sample = checkedSample(options.sample);
  const { at, width } = placeRows(model, data, options.features);
  const points = clusterPoints(at, width, null);
  const centres = Float64Array.from(model.clusters.flatMap(({ position }) => position));
  const { labels } = nearestCentres(points.at, width, centres);
  const size = new Float64Array(model.clusters.length);
  labels.forEach((label, i) => {
    size[label] = (size[label] as number) + (points.weight[i] as number);
  });
  const sums = silhouetteSums(points, labels, model.clusters.length, { sample, seed });
  return frozen({
    average: sums.average,
    standardError: sums.standardError,
    clusters: sums.byCluster.map((average, c) => ({ cluster: c + 1, size: size[c] as number, average })),
    measured: sums.measured,
  });
}
