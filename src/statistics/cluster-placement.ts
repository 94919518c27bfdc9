import { type Accessor, checkAccessors } from "../rows/accessor.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { type ClusterCentres, checkedCentres } from "./cluster-check-model.ts";
import { positionsOf } from "./feature-space.ts";
import type { NumberAccessor } from "./feature-spec.ts";
import { transformed } from "./feature-transform.ts";
import { type FeatureSource, featureSource } from "./feature-values.ts";
import { type Nearest, nearestCentres } from "./k-means-nearest.ts";

/** Where rows hold a model's features. */
export interface FeatureFields<Row> {
  /** By feature, the name of the field or a function of the row. Default: the field called as the feature. */
  readonly features?: Readonly<Record<string, Accessor<Row, number>>>;
}

/** Rows where a model puts them. */
export interface PlacedRows extends Nearest {
  readonly source: FeatureSource;
  /** Coordinates, row after row. */
  readonly at: Float64Array;
  readonly width: number;
}

/** Reads the features of a model and finds the cluster of each row, places from 0. */
export function placeRows(model: ClusterCentres, data: unknown, accessors: unknown = {}): PlacedRows {
  const centres = checkedCentres(model);
  const { features } = model;
  const names = Object.fromEntries(features.map(({ name }): [string, true] => [name, true]));
  checkAccessors("features", accessors as Readonly<Record<string, unknown>>, names);
  const fields = new Map(Object.entries(accessors as Readonly<Record<string, NumberAccessor>>));
  const source = featureSource(data);
  const collector = new IssueCollector();
  const columns = features.map(({ name, transform }) =>
    transformed(source.read(fields.get(name) ?? name, name, collector), transform, name, collector),
  );
  collector.throwIfAny();
  const at = positionsOf(columns, features);
  return { source, at, width: features.length, ...nearestCentres(at, features.length, centres) };
}
