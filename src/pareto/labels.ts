import type { Concentration } from "../statistics/concentration.ts";
import type { AbcBy, AbcClass, AbcMethod } from "./abc-options.ts";

/** Words for the codes of an ABC analysis. */
export interface AbcLabels {
  readonly classes: Readonly<Record<AbcClass, string>>;
  /** Where the limits come from. */
  readonly methods: Readonly<Record<AbcMethod, string>>;
  /** What the limits are shares of. */
  readonly by: Readonly<Record<AbcBy, string>>;
}

/** The measures of concentration, by the names of the fields that hold them. */
export type ConcentrationMeasure = keyof Omit<
  Concentration,
  "n" | "zeros" | "total" | "topShares" | "raisedToZero"
>;

/** Words for the measures of concentration. */
export interface ConcentrationLabels {
  readonly measures: Readonly<Record<ConcentrationMeasure, string>>;
}
