import { type Model, PARAMETER_NAMES, type Predictor, type PurchaseModel } from "./models.ts";

/** A model's estimates as one point, in which their errors are nearest to normal: logarithms of the parameters, then the coefficients. */
export interface LogEstimates {
  /** Names of the coordinates, such as `alpha` and `alpha.newsletter`. */
  readonly labels: readonly string[];
  readonly point: readonly number[];
  /** `null` if the data did not determine the parameters. */
  readonly covariance: readonly (readonly number[])[] | null;
}

/** The estimates of a model as a point in logarithms. */
export function logEstimates({
  kind,
  parameters,
  coefficients = [],
  covariance = null,
}: Pick<Predictor<PurchaseModel>, "kind" | "parameters" | "coefficients"> &
  Partial<Pick<Model, "covariance">>): LogEstimates {
  const names = PARAMETER_NAMES[kind];
  const estimates: Readonly<Record<string, number>> = { ...parameters };
  const values = names.map((name) => estimates[name] as number);
  const scale = [...values, ...coefficients.map(() => 1)];
  return {
    labels: [...names, ...coefficients.map(({ parameter, covariate }) => `${parameter}.${covariate}`)],
    point: [...values.map(Math.log), ...coefficients.map(({ value }) => value)],
    covariance:
      covariance?.map((row, i) =>
        row.map((entry, j) => entry / ((scale[i] as number) * (scale[j] as number))),
      ) ?? null,
  };
}

/** The model with other estimates. */
export function modelAt(model: Predictor<PurchaseModel>, point: readonly number[]): Predictor<PurchaseModel> {
  const names = PARAMETER_NAMES[model.kind];
  const parameters = {
    ...model.parameters,
    ...Object.fromEntries(names.map((name, i) => [name, Math.exp(point[i] as number)])),
  };
  const coefficients = model.coefficients?.map((coefficient, c) => ({
    ...coefficient,
    value: point[names.length + c] as number,
  }));
  // The same kind with the same names, which the compiler cannot follow.
  return {
    ...model,
    parameters,
    ...(coefficients === undefined ? {} : { coefficients }),
  } as Predictor<PurchaseModel>;
}
