import type { Accessor } from "../rows/accessor.ts";
import { checkNames, checkNumber, checkOneOf } from "../rows/options.ts";
import { type FeatureScaling, type FeatureTransform, SCALINGS, TRANSFORMS } from "./feature-spec.ts";

/** How clusters are searched, whatever their number. */
export interface ClusterSearchSettings {
  /** A whole number; the same seed gives the same clusters. There is no default. */
  readonly seed: number;
  /** Searches from different first centres, of which the best is kept. Default 10. */
  readonly starts?: number;
  /** What is done to the values of all features that do not say otherwise. Default `"none"`. */
  readonly transform?: FeatureTransform;
  /** What makes all features comparable that do not say otherwise. Default `"standardise"`. */
  readonly scale?: FeatureScaling;
  /** Most passes over the rows of one search. Default 1000. */
  readonly maxIterations?: number;
}

/** How clusters are searched. */
export interface KMeansSettings extends ClusterSearchSettings {
  /** How many clusters. There is no default: `chooseK` helps. */
  readonly clusters: number;
}

/** Options of `kMeans` for rows. */
export interface KMeansOptions<Row> extends KMeansSettings {
  /** For how many the row stands, 0 or more. Default: each for itself. */
  readonly weight?: Accessor<Row, number>;
}

/** Options of `kMeans` for columns. */
export interface KMeansColumnOptions<Columns> extends KMeansSettings {
  /** The column that says for how many each row stands, 0 or more. Default: each for itself. */
  readonly weight?: keyof Columns & string;
}

/** Options with their defaults. */
export type CheckedSearch = Required<ClusterSearchSettings> & { readonly weight: unknown };

/** Names of the options that all searches have. */
export const SEARCH_NAMES: Readonly<Record<Exclude<keyof KMeansOptions<unknown>, "clusters">, true>> = {
  seed: true,
  starts: true,
  transform: true,
  scale: true,
  maxIterations: true,
  weight: true,
};

/** Checks the options that all searches have. */
export function checkedSearch(
  options: ClusterSearchSettings & { readonly weight?: unknown },
  names: Readonly<Record<string, true>>,
): CheckedSearch {
  checkNames("options", options, names);
  const {
    seed,
    starts = 10,
    transform = "none",
    scale = "standardise",
    maxIterations = 1000,
    weight,
  } = options;
  checkNumber("seed", seed, { whole: true });
  checkNumber("starts", starts, { whole: true, least: 1 });
  checkOneOf("transform", transform, TRANSFORMS);
  checkOneOf("scale", scale, SCALINGS);
  checkNumber("maxIterations", maxIterations, { whole: true, least: 1 });
  return { seed, starts, transform, scale, maxIterations, weight };
}
