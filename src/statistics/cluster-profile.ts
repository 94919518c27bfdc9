import { quantile } from "../math/quantile.ts";
import { type Accessor, checkAccessor, type FieldOf } from "../rows/accessor.ts";
import { DataError } from "../rows/data-error.ts";
import { frozen } from "../rows/frozen.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { checkNames, checkOption, invalidOption } from "../rows/options.ts";
import type { ClusterCentres } from "./cluster-check-model.ts";
import { type FeatureFields, placeRows } from "./cluster-placement.ts";
import type { FeatureColumns, NumberAccessor } from "./feature-spec.ts";

/** A number that a profile describes. */
export interface ProfileMeasure<Row> {
  /** What the number is called, and the field that is read unless `value` says otherwise. */
  readonly name: string;
  /** Where a row holds it: the name of a field, or a function of the row. Default: the field called `name`. */
  readonly value?: Accessor<Row, number>;
}

/** Options of `clusterProfile` for rows. */
export interface ClusterProfileOptions<Row> extends FeatureFields<Row> {
  /** Numbers to describe clusters by, features of the model or others, such as revenue. Default: the features of the model. */
  readonly measures?: readonly (FieldOf<Row, number> | ProfileMeasure<Row>)[];
}

/** Options of `clusterProfile` for columns. */
export interface ClusterProfileColumnOptions<Columns> {
  /** Columns to describe clusters by. Default: the features of the model. */
  readonly measures?: readonly (keyof Columns & string)[];
}

/** What a number is like in all rows. */
export interface BaseMeasure {
  readonly name: string;
  readonly mean: number;
  readonly median: number;
}

/** What a number is like in a cluster. */
export interface ClusterMeasure {
  readonly name: string;
  /** `null` in a cluster without rows, and so are the others. */
  readonly mean: number | null;
  readonly median: number | null;
  /** Mean ÷ mean of all rows: 1 is as everybody, 2 twice as much; `null` if the mean of all is not above 0. */
  readonly index: number | null;
}

/** What the rows of a cluster are like. */
export interface ProfiledCluster {
  readonly cluster: number;
  /** Rows in it. */
  readonly size: number;
  /** Of all rows, in [0, 1]. */
  readonly share: number;
  readonly measures: readonly ClusterMeasure[];
}

/** Clusters beside the whole base. */
export interface ClusterProfile {
  /** Rows in all. */
  readonly size: number;
  readonly base: readonly BaseMeasure[];
  readonly clusters: readonly ProfiledCluster[];
}

/**
 * What the rows of each cluster are like: means and medians in the numbers' own units, beside those of all rows.
 *
 * It tells what a cluster may be called. Means and medians are of the values as they are, also where the model took logarithms. Each row counts once.
 *
 * @param model - What `kMeans` returns, also after a way through JSON.
 * @param rows - The rows it was fitted to, or others; or columns.
 * @param options - `measures`, which numbers (default: the model's features); `features` as in `assignClusters`.
 * @returns `{ size, base, clusters }` with `{ name, mean, median, index }` for each number of each cluster.
 * @throws {@link DataError} if it is no model, there are no rows, or numbers are missing.
 *
 * @example
 * import { clusterProfile, kMeans } from "clientele";
 *
 * const customers = { orders: [1, 2, 2, 20, 24], revenue: [20, 30, 25, 900, 1100], discount: [0.2, 0.1, 0.3, 0, 0.05] };
 * const model = kMeans(customers, ["orders", "revenue"], { clusters: 2, seed: 1 });
 * const { clusters } = clusterProfile(model, customers, { measures: ["revenue", "discount"] });
 * clusters[1]?.measures[0]; // => { name: "revenue", mean: 1000, median: 1000, index: 2.41 }
 */
export function clusterProfile<Row>(
  model: ClusterCentres,
  rows: Iterable<Row>,
  options?: ClusterProfileOptions<Row>,
): ClusterProfile;
export function clusterProfile<Columns extends FeatureColumns>(
  model: ClusterCentres,
  columns: Columns,
  options?: ClusterProfileColumnOptions<Columns>,
): ClusterProfile;
export function clusterProfile(
  model: ClusterCentres,
  data: unknown,
  options: { readonly measures?: unknown; readonly features?: unknown } = {},
): ClusterProfile {
  checkNames("options", options, { measures: true, features: true } satisfies Record<
    keyof ClusterProfileOptions<unknown>,
    true
  >);
  const { source, labels } = placeRows(model, data, options.features);
  if (source.rows === 0) {
    const message = "There are no rows to describe.";
    throw new DataError([{ code: "not_enough_data", row: null, field: "rows", value: null, message }]);
  }
  const measures =
    options.measures === undefined ? featuresOf(model, options.features) : wantedMeasures(options.measures);
  const collector = new IssueCollector();
  const columns = measures.map(({ name, value }) => source.read(value, name, collector));
  collector.throwIfAny();
  const base = measures.map(({ name }, m): BaseMeasure => {
    const { mean, median } = averagesOf((columns[m] as Float64Array).slice());
    return { name, mean: mean ?? 0, median: median ?? 0 };
  });
  const clusters = model.clusters.map(({ cluster }, c): ProfiledCluster => {
    const size = labels.reduce((count, label) => (label === c ? count + 1 : count), 0);
    return {
      cluster,
      size,
      share: size / source.rows,
      measures: base.map((whole, m): ClusterMeasure => {
        const { mean, median } = averagesOf((columns[m] as Float64Array).filter((_, i) => labels[i] === c));
        return {
          name: whole.name,
          mean,
          median,
          index: mean === null || !(whole.mean > 0) ? null : mean / whole.mean,
        };
      }),
    };
  });
  return frozen({ size: source.rows, base, clusters });
}

interface WantedMeasure {
  readonly name: string;
  readonly value: NumberAccessor;
}

function featuresOf(model: ClusterCentres, accessors: unknown = {}): readonly WantedMeasure[] {
  const fields = new Map(Object.entries(accessors as Readonly<Record<string, NumberAccessor>>));
  return model.features.map(({ name }) => ({ name, value: fields.get(name) ?? name }));
}

function wantedMeasures(measures: unknown): readonly WantedMeasure[] {
  if (!Array.isArray(measures) || measures.length === 0) {
    throw invalidOption("measures", measures, 'Name at least one number: measures: ["revenue"].');
  }
  return measures.map((entry: unknown, i) => {
    const path = `measures[${i}]`;
    if (typeof entry === "string") return { name: entry, value: entry };
    checkNames(path, entry, { name: true, value: true } satisfies Record<
      keyof ProfileMeasure<unknown>,
      true
    >);
    const { name, value = name } = entry as WantedMeasure;
    checkOption(`${path}.name`, name, typeof name === "string" ? null : "The number needs a name, as text.");
    checkAccessor(`${path}.value`, value);
    return { name, value };
  });
}

/** Mean and median of values, which are sorted in place. */
function averagesOf(values: Float64Array): { readonly mean: number | null; readonly median: number | null } {
  values.sort();
  const mean = values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, median: quantile(values, 0.5) };
}
