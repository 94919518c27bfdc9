import { type Accessor, checkAccessor, type FieldOf } from "../rows/accessor.ts";
import { checkNames, checkNumber, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";

/**
 * What is done to a feature's values first: nothing, the natural logarithm (of values above 0), or ln(1 + value) (of values above −1).
 *
 * Amounts and counts are skew; logarithms make a difference by a factor count the same everywhere.
 */
export type FeatureTransform = "none" | "log" | "log1p";

/**
 * What makes features comparable: mean 0 and standard deviation 1 (of the population), median 0 and distance of the quartiles 1, or nothing.
 */
export type FeatureScaling = "standardise" | "robust" | "none";

/** How a feature enters the distance between rows. */
export interface FeatureTreatment {
  /** Default: the option `transform`. */
  readonly transform?: FeatureTransform;
  /** Default: the option `scale`. */
  readonly scale?: FeatureScaling;
  /** How much squared differences in the feature count beside those in others. Default 1. */
  readonly weight?: number;
}

/** A feature of rows. */
export interface FeatureSpec<Row> extends FeatureTreatment {
  /** What the feature is called, and the field that is read unless `value` says otherwise. */
  readonly name: string;
  /** Where a row holds it: the name of a field, or a function of the row. Default: the field called `name`. */
  readonly value?: Accessor<Row, number>;
}

/** A feature of columns. */
export interface FeatureColumn<Columns> extends FeatureTreatment {
  /** Name of the column and of the feature. */
  readonly name: keyof Columns & string;
}

/** Features as columns of equal length, by name. */
export type FeatureColumns = Readonly<Record<string, ArrayLike<number>>>;

/** Names of fields that hold numbers, or features spelt out. */
export type RowFeatures<Row> = readonly (FieldOf<Row, number> | FeatureSpec<Row>)[];

/** Names of columns, or features spelt out. */
export type ColumnFeatures<Columns> = readonly ((keyof Columns & string) | FeatureColumn<Columns>)[];

/** A way to a number that was checked to be one. */
export type NumberAccessor = Accessor<Readonly<Record<string, number>>, number>;

/** A feature as it was asked for, with its defaults. */
export interface WantedFeature extends Required<FeatureTreatment> {
  readonly name: string;
  readonly value: NumberAccessor;
}

export const TRANSFORMS: readonly FeatureTransform[] = ["none", "log", "log1p"];
export const SCALINGS: readonly FeatureScaling[] = ["standardise", "robust", "none"];

/** The features that a call names, each once. */
export function wantedFeatures(
  features: unknown,
  defaults: { readonly transform: FeatureTransform; readonly scale: FeatureScaling },
): readonly WantedFeature[] {
  if (!Array.isArray(features) || features.length === 0)
    throw invalidOption("features", features, NO_FEATURES);
  const names = new Set<string>();
  return features.map((entry: unknown, i) => {
    const wanted = wantedFeature(entry, `features[${i}]`, defaults);
    const trouble = names.has(wanted.name) ? "The feature is named twice: leave one out." : null;
    checkOption(`features[${i}]`, wanted.name, trouble);
    names.add(wanted.name);
    return wanted;
  });
}

const NO_FEATURES = 'Name at least one feature: ["orders", { name: "revenue", transform: "log1p" }].';

function wantedFeature(
  entry: unknown,
  path: string,
  defaults: { readonly transform: FeatureTransform; readonly scale: FeatureScaling },
): WantedFeature {
  if (typeof entry === "string") return { name: entry, value: entry, ...defaults, weight: 1 };
  checkNames(path, entry, {
    name: true,
    value: true,
    transform: true,
    scale: true,
    weight: true,
  } satisfies Record<keyof FeatureSpec<unknown>, true>);
  const spec = entry as FeatureSpec<Readonly<Record<string, number>>>;
  const { name, value = name, transform = defaults.transform, scale = defaults.scale, weight = 1 } = spec;
  const named = typeof name === "string" && name !== "";
  checkOption(`${path}.name`, name, named ? null : "The feature needs a name, as text.");
  checkAccessor(`${path}.value`, value);
  checkOneOf(`${path}.transform`, transform, TRANSFORMS);
  checkOneOf(`${path}.scale`, scale, SCALINGS);
  checkNumber(`${path}.weight`, weight, { above: 0 });
  return { name, value, transform, scale, weight };
}
