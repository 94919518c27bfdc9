import { frozen } from "../rows/frozen.ts";
import { checkNumber, checkOption } from "../rows/options.ts";
import { type FeatureSpace, featureSpace } from "./feature-space.ts";
import {
  type ColumnFeatures,
  type FeatureColumns,
  type RowFeatures,
  wantedFeatures,
} from "./feature-spec.ts";
import { featureSource } from "./feature-values.ts";
import { concludeClusters, refuseTooFew } from "./k-means-conclude.ts";
import type { ClusterWarning } from "./k-means-model.ts";
import { nearestCentres } from "./k-means-nearest.ts";
import {
  type CheckedSearch,
  type ClusterSearchSettings,
  checkedSearch,
  type KMeansColumnOptions,
  type KMeansOptions,
  SEARCH_NAMES,
} from "./k-means-options.ts";
import { searchClusters } from "./k-means-search.ts";
import { checkedSample, type SilhouetteSettings } from "./silhouette.ts";
import { silhouetteSums } from "./silhouette-sums.ts";

/** Which numbers of clusters are tried. */
export interface ClusterRange extends SilhouetteSettings {
  /** Fewest clusters, 2 or more. Default 2. */
  readonly from?: number;
  /** Most clusters. Default 8, or as many as there are different rows if they are fewer. */
  readonly to?: number;
}

/** Options of `chooseK` for rows. */
export type ChooseKOptions<Row> = Omit<KMeansOptions<Row>, "clusters"> & ClusterRange;

/** Options of `chooseK` for columns. */
export type ChooseKColumnOptions<Columns> = Omit<KMeansColumnOptions<Columns>, "clusters"> & ClusterRange;

/** What so many clusters come to. */
export interface ClusterChoiceRow {
  readonly clusters: number;
  /** Σ squared distance of all rows from the centres of their clusters. */
  readonly withinSumOfSquares: number;
  /** Share of all differences that is between clusters; `null` if all rows are alike. */
  readonly betweenShare: number | null;
  /** Average silhouette; a row of weight 2 is two rows. */
  readonly silhouette: number | null;
  /** Of the silhouette, if rows were sampled; `null` if all were measured. */
  readonly standardError: number | null;
  /** Share of the rows in the smallest cluster. */
  readonly smallestShare: number;
  /** How many of the starts came to these clusters. */
  readonly startsAgreeing: number;
}

/** Numbers of clusters beside each other. */
export interface ClusterChoice {
  readonly rows: readonly ClusterChoiceRow[];
  /** The smallest number whose silhouette is within one standard error (0 if all rows were measured) of the largest. */
  readonly suggested: number;
  readonly rule: "largest-silhouette";
  readonly starts: number;
  readonly seed: number;
  readonly warnings: readonly ClusterWarning[];
}

/** Below it, Kaufman & Rousseeuw find no substantial structure. */
const WEAK = 0.25;

/**
 * How many clusters rows fall into: k-means for each number, with sums of squares and silhouettes beside each other.
 *
 * Suggested is the number with the largest average silhouette, and of numbers within its standard error the smallest. The sum of squares
 * always falls with more clusters; where it stops falling fast is another hint. Neither knows what the clusters are for.
 *
 * @param rows - Rows with numbers, or columns of equal length by name.
 * @param features - Which numbers, as in `kMeans`.
 * @param options - `seed`, needed; `from` (2), `to` (8), `sample` as in `silhouette`, and the options of `kMeans` but `clusters`.
 * @returns `{ rows, suggested, rule, starts, seed, warnings }`: a row for each number of clusters.
 * @throws {@link DataError} for numbers that are missing or have no logarithm, features without spread, or fewer different rows than clusters.
 *
 * @example
 * import { chooseK } from "clientele";
 *
 * const customers = { orders: [1, 2, 2, 9, 10, 12, 20, 24], revenue: [20, 30, 25, 30, 45, 28, 900, 1100] };
 * const choice = chooseK(customers, ["orders", "revenue"], { from: 2, to: 4, seed: 1 });
 * choice.rows.map(({ silhouette }) => silhouette); // => [0.764, 0.818, 0.632]
 * choice.suggested; // => 3
 */
export function chooseK<Row>(
  rows: Iterable<Row>,
  features: RowFeatures<Row>,
  options: ChooseKOptions<Row>,
): ClusterChoice;
export function chooseK<Columns extends FeatureColumns>(
  columns: Columns,
  features: ColumnFeatures<Columns>,
  options: ChooseKColumnOptions<Columns>,
): ClusterChoice;
export function chooseK(
  data: unknown,
  features: unknown,
  options: ClusterSearchSettings & ClusterRange & { readonly weight?: unknown },
): ClusterChoice {
  const search = checkedSearch(options, { from: true, to: true, sample: true, ...SEARCH_NAMES });
  const { from = 2, to } = options;
  checkNumber("from", from, { whole: true, least: 2 });
  if (to !== undefined) {
    checkNumber("to", to, { whole: true });
    checkOption("to", to, to < from ? `It must be at least from, which is ${from}.` : null);
  }
  const sample = checkedSample(options.sample);
  const space = featureSpace(featureSource(data), wantedFeatures(features, search), search.weight);
  const most = to ?? Math.max(from, Math.min(8, space.points.count));
  refuseTooFew(space.points, most);
  const rows: ClusterChoiceRow[] = [];
  for (let clusters = from; clusters <= most; clusters++) {
    rows.push(choiceRow(space, { ...search, clusters }, sample));
  }
  const { starts, seed } = search;
  const best = rows.reduce((left, right) => (quality(right) > quality(left) ? right : left));
  const enough = quality(best) - (best.standardError ?? 0);
  const suggested = rows.find((row) => quality(row) >= enough) ?? best;
  const warnings = quality(best) > WEAK ? [] : [weakStructure(quality(best))];
  return frozen({
    rows,
    suggested: suggested.clusters,
    rule: "largest-silhouette",
    starts,
    seed,
    warnings,
  } as const);
}

function choiceRow(
  space: FeatureSpace,
  plan: CheckedSearch & { readonly clusters: number },
  sample: number | "all",
): ClusterChoiceRow {
  const { points } = space;
  const found = searchClusters(points, plan);
  const model = concludeClusters(space, plan, found);
  const { labels } = nearestCentres(points.at, points.width, found.centres);
  const { average, standardError } = silhouetteSums(points, labels, plan.clusters, {
    sample,
    seed: plan.seed,
  });
  return {
    clusters: plan.clusters,
    withinSumOfSquares: model.withinSumOfSquares,
    betweenShare: model.betweenShare,
    silhouette: average,
    standardError,
    smallestShare: model.clusters.at(-1)?.share ?? 0,
    startsAgreeing: model.startsAgreeing,
  };
}

function quality({ silhouette }: ClusterChoiceRow): number {
  return silhouette ?? -1;
}

function weakStructure(silhouette: number): ClusterWarning {
  const message = `The best average silhouette is ${silhouette.toFixed(2)}: rows do not fall into clusters of themselves, and any division cuts through a cloud. It can still be of use, like tiers, but expect other limits from other data.`;
  return { code: "weak-structure", message };
}
