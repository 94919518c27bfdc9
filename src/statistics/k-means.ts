import { frozen } from "../rows/frozen.ts";
import { checkNumber } from "../rows/options.ts";
import { featureSpace } from "./feature-space.ts";
import {
  type ColumnFeatures,
  type FeatureColumns,
  type RowFeatures,
  wantedFeatures,
} from "./feature-spec.ts";
import { featureSource } from "./feature-values.ts";
import { concludeClusters, refuseTooFew } from "./k-means-conclude.ts";
import type { KMeansModel } from "./k-means-model.ts";
import {
  checkedSearch,
  type KMeansColumnOptions,
  type KMeansOptions,
  type KMeansSettings,
  SEARCH_NAMES,
} from "./k-means-options.ts";
import { searchClusters } from "./k-means-search.ts";

/**
 * Divides rows into k clusters of rows that are alike in their numbers (k-means).
 *
 * A row belongs to the cluster whose centre is nearest, and centres are the means of their rows, in a space where features are transformed and scaled
 * (by default each to mean 0 and standard deviation 1). Several searches from centres drawn by k-means++ go down by Lloyd's steps and then by
 * transfers of single rows; the best is kept. The order of the rows does not matter, and a row of weight 2 is two equal rows. Of
 * more than 50,000 different rows a sample of 25,000 takes the starts, and all rows go on from the best.
 *
 * @param rows - Rows with numbers, or columns of equal length by name for large data.
 * @param features - Which numbers: names of fields, or `{ name, value, transform, scale, weight }`.
 * @param options - `clusters` (k) and `seed`, both needed; `starts` (10), `transform` (`"none"`), `scale` (`"standardise"`), `weight`, `maxIterations` (1000).
 * @returns A model: clusters by size with centroids in the features' own units, sums of squares, warnings. It holds no rows: `assignClusters` says which
 *   row is in which cluster.
 * @throws {@link DataError} for numbers that are missing or have no logarithm, features without spread, or fewer different rows than clusters.
 * @see Hartigan & Wong (1979), "A k-means clustering algorithm"; Arthur & Vassilvitskii (2007), "k-means++"; Hamerly (2010), "Making k-means even faster".
 *
 * @example
 * import { kMeans } from "clientele";
 *
 * const customers = [
 *   { orders: 1, revenue: 20 },
 *   { orders: 2, revenue: 30 },
 *   { orders: 2, revenue: 25 },
 *   { orders: 20, revenue: 900 },
 *   { orders: 24, revenue: 1100 },
 * ];
 * const model = kMeans(customers, ["orders", "revenue"], { clusters: 2, seed: 1 });
 * model.clusters.map(({ size }) => size); // => [3, 2]
 * model.clusters[1]?.centroid; // => { orders: 22.0, revenue: 1000.0 }
 */
export function kMeans<Row>(
  rows: Iterable<Row>,
  features: RowFeatures<Row>,
  options: KMeansOptions<Row>,
): KMeansModel;
export function kMeans<Columns extends FeatureColumns>(
  columns: Columns,
  features: ColumnFeatures<Columns>,
  options: KMeansColumnOptions<Columns>,
): KMeansModel;
export function kMeans(
  data: unknown,
  features: unknown,
  options: KMeansSettings & { readonly weight?: unknown },
): KMeansModel {
  const search = checkedSearch(options, { clusters: true, ...SEARCH_NAMES });
  const { clusters } = options;
  checkNumber("clusters", clusters, { whole: true, least: 1 });
  const space = featureSpace(featureSource(data), wantedFeatures(features, search), search.weight);
  refuseTooFew(space.points, clusters);
  const plan = { ...search, clusters };
  return frozen(concludeClusters(space, plan, searchClusters(space.points, plan)));
}
