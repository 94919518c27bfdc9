import { checkAccessor } from "../rows/accessor.ts";
import { DataError } from "../rows/data-error.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { featureScale } from "./feature-scale.ts";
import type { NumberAccessor, WantedFeature } from "./feature-spec.ts";
import { transformed } from "./feature-transform.ts";
import type { FeatureSource } from "./feature-values.ts";
import type { ClusterFeature } from "./k-means-model.ts";
import { type ClusterPoints, clusterPoints } from "./k-means-points.ts";

/** Rows in the space of their scaled features. */
export interface FeatureSpace {
  readonly features: readonly ClusterFeature[];
  readonly points: ClusterPoints;
}

/** Reads features, makes them comparable, and places the rows. */
export function featureSpace(
  source: FeatureSource,
  wanted: readonly WantedFeature[],
  weight: unknown,
): FeatureSpace {
  const collector = new IssueCollector();
  const columns = wanted.map(({ name, value, transform }) =>
    transformed(source.read(value, name, collector), transform, name, collector),
  );
  const weights = readWeights(source, weight, collector);
  collector.throwIfAny();
  if (source.rows === 0 || weights?.every((w) => w === 0)) throw noRows();
  const features = wanted.map(({ name, transform, scale, weight: counts }, j): ClusterFeature => {
    const { centre, spread } = featureScale(columns[j] as Float64Array, weights, scale, name);
    return { name, transform, centre, spread, weight: counts };
  });
  return { features, points: clusterPoints(positionsOf(columns, features), features.length, weights) };
}

function noRows(): DataError {
  const message = "There are no rows: pass at least as many as there are to be clusters.";
  return new DataError([{ code: "not_enough_data", row: null, field: "rows", value: null, message }]);
}

/** Where rows lie, row after row. */
export function positionsOf(
  columns: readonly Float64Array[],
  features: readonly ClusterFeature[],
): Float64Array {
  const width = features.length;
  const at = new Float64Array((columns[0]?.length ?? 0) * width);
  features.forEach(({ centre, spread, weight }, j) => {
    const values = columns[j] as Float64Array;
    const stretch = Math.sqrt(weight) / spread;
    for (let i = 0, place = j; i < values.length; i++, place += width) {
      at[place] = ((values[i] as number) - centre) * stretch;
    }
  });
  return at;
}

function readWeights(source: FeatureSource, weight: unknown, collector: IssueCollector): Float64Array | null {
  if (weight === undefined) return null;
  checkAccessor("weight", weight);
  const weights = source.read(weight as NumberAccessor, "weight", collector);
  weights.forEach((value, i) => {
    if (value >= 0 || Number.isNaN(value)) return;
    collector.add("invalid_weight", i, "weight", value, () => `${value} is no weight: it must be 0 or more.`);
  });
  return weights;
}
