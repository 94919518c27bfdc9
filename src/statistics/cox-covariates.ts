import type { Accessor } from "../rows/accessor.ts";

/** What a covariate may hold: numbers as they are, `false` and `true` as 0 and 1, texts as categories. */
export type CovariateValue = number | boolean | string;

/** A covariate that a model knows, as plain data. */
export type CoxCovariate = CoxNumber | CoxCategory;

/** A covariate whose values are numbers, or booleans as 0 and 1: one coefficient. */
export interface CoxNumber {
  readonly kind: "number";
  readonly name: string;
}

/** A covariate whose values are texts: one coefficient for each level but the reference. */
export interface CoxCategory {
  readonly kind: "category";
  readonly name: string;
  /** The level that the others are compared with. */
  readonly reference: string;
  /** All levels but the reference, in the order of their coefficients. */
  readonly levels: readonly string[];
}

/** Which covariate, where it stands in a row, and what its levels are compared with. */
export interface CovariateSpec<Row> {
  /** What the coefficient is called, and the field that is read unless `value` says otherwise. */
  readonly name: string;
  /** Where a row holds it: the name of a field, or a function of the row. Default: the field called `name`. */
  readonly value?: Accessor<Row, CovariateValue>;
  /** Of texts, the level that the others are compared with. Default: the first by alphabet (by character code). */
  readonly reference?: string;
}

/** The names of a model's coefficients, in order. */
export function coefficientNames(covariates: readonly CoxCovariate[]): string[] {
  return covariates.flatMap((covariate) =>
    covariate.kind === "number"
      ? [covariate.name]
      : covariate.levels.map((level) => `${covariate.name}=${level}`),
  );
}
