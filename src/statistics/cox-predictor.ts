import { DataError } from "../rows/data-error.ts";
import { plainValue, quoted } from "../rows/issue.ts";
import { invalidOption } from "../rows/options.ts";
import type { CovariateValue, CoxCovariate } from "./cox-covariates.ts";
import type { CoxModel } from "./cox-model.ts";

/** The covariates of somebody, by their names; further fields are left alone. */
export type CovariateRow = Readonly<Record<string, unknown>>;

/** Refuses what is no Cox model. */
export function checkCoxModel(model: CoxModel): void {
  const isModel =
    typeof model === "object" && model !== null && model.kind === "cox" && Array.isArray(model.coefficients);
  if (isModel) return;
  const message = "This is no Cox model: pass what coxRegression or readCoxModel returned.";
  throw new DataError([
    { code: "invalid_model", row: null, field: "model", value: plainValue(model), message },
  ]);
}

/** What a row's covariates are for the coefficients of a model; `path` is the argument that holds the row. */
export function covariatesOf(
  { covariates }: Pick<CoxModel, "covariates">,
  row: CovariateRow,
  path: string,
): readonly number[] {
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    const names = covariates.map(({ name }) => name).join(", ");
    throw invalidOption(path, row, `This is no row: pass a record with ${names}.`);
  }
  return covariates.flatMap((covariate) =>
    valuesOf(covariate, row[covariate.name], `${path}.${covariate.name}`),
  );
}

function valuesOf(covariate: CoxCovariate, value: unknown, field: string): readonly number[] {
  if (value === undefined || value === null || value === "") {
    throw unusable(
      "missing_covariate",
      field,
      value,
      "The covariate is missing: the model needs all of them.",
    );
  }
  if (covariate.kind === "number") {
    if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)))
      return [Number(value)];
    throw unusable(
      "invalid_covariate",
      field,
      value,
      `${quoted(value)} is no finite number, as the model had.`,
    );
  }
  const { reference, levels } = covariate;
  if (value !== reference && !levels.includes(value as CovariateValue & string)) {
    const known = [reference, ...levels].map((level) => JSON.stringify(level)).join(", ");
    throw unusable(
      "invalid_covariate",
      field,
      value,
      `The model knows no ${quoted(value)}; it was fitted to ${known}.`,
    );
  }
  return levels.map((level) => (level === value ? 1 : 0));
}

function unusable(
  code: "missing_covariate" | "invalid_covariate",
  field: string,
  value: unknown,
  message: string,
): DataError {
  return new DataError([{ code, row: null, field, value: plainValue(value), message }]);
}

/** Σ left · right. */
export function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, c) => sum + value * (right[c] as number), 0);
}

/** The variance of Σ x · coefficient; `null` if a coefficient that it needs runs to infinity. */
export function varianceOf({ covariance, coefficients }: CoxModel, x: readonly number[]): number | null {
  if (coefficients.some(({ standardError }, c) => standardError === null && x[c] !== 0)) return null;
  return Math.max(
    0,
    covariance.reduce((sum, row, c) => (x[c] === 0 ? sum : sum + (x[c] as number) * dot(row, x)), 0),
  );
}
