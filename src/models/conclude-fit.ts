import { symmetricEigen } from "../math/symmetric-eigen.ts";
import type { CovariateCoefficient, CovariateShift } from "./covariate-shift.ts";
import type { Convergence, ModelWarning } from "./fitted-model.ts";
import type { LikelihoodMaximum } from "./maximise-likelihood.ts";

/** What every fit concludes from the maximum of its likelihood. */
export interface Conclusion<Name extends string> {
  readonly parameters: Readonly<Record<Name, number>>;
  readonly coefficients?: readonly CovariateCoefficient[];
  readonly covariance: readonly (readonly number[])[] | null;
  readonly logLikelihood: number;
  readonly convergence: Convergence;
  readonly warnings: readonly ModelWarning[];
}

/** What the coordinates of a search mean that sees covariates centred and scaled. */
export interface CovariateScale {
  readonly shifts: readonly CovariateShift[];
  /** The linear map to logarithms of parameters for covariates of 0, and coefficients per unit of each covariate. */
  readonly map: readonly (readonly number[])[];
}

/** From a maximum in the logarithms of the parameters, and coefficients of covariates, to estimates, covariance and warnings. */
export function concludeFit<Name extends string>(
  names: readonly Name[],
  maximum: LikelihoodMaximum,
  scale: CovariateScale | null = null,
): Conclusion<Name> {
  const map = scale?.map ?? null;
  const point = map === null ? maximum.point : map.map((row) => dot(row, maximum.point));
  const estimates = names.map((_, i) => Math.exp(point[i] as number));
  const coefficients = scale?.shifts.map(({ parameter, covariate }, c) => ({
    parameter,
    covariate,
    value: point[names.length + c] as number,
  }));
  const labels = [
    ...names,
    ...(coefficients ?? []).map(({ parameter, covariate }) => `${parameter}.${covariate}`),
  ];
  const warnings: ModelWarning[] = [];
  if (!maximum.converged) warnings.push({ code: "not-converged" });
  if (maximum.flat !== null) {
    const direction = Object.fromEntries(labels.map((label, i) => [label, maximum.flat?.[i] as number]));
    warnings.push({ code: "not-identified", direction });
  }
  return {
    parameters: Object.fromEntries(names.map((name, i) => [name, estimates[i]])) as Record<Name, number>,
    ...(coefficients === undefined ? {} : { coefficients }),
    covariance: maximum.flat === null ? naturalCovariance(estimates, maximum, map) : null,
    logLikelihood: maximum.value,
    convergence: {
      converged: maximum.converged,
      evaluations: maximum.evaluations,
      newtonDecrement: maximum.newtonDecrement,
    },
    warnings,
  };
}

/** Inverse of the observed information, from log parameters to parameters: d parameter = parameter · d log parameter. */
function naturalCovariance(
  estimates: readonly number[],
  { hessian }: LikelihoodMaximum,
  map: CovariateScale["map"] | null,
): number[][] {
  const { values, vectors } = symmetricEigen(hessian.map((row) => row.map((curve) => -curve)));
  const scale = hessian.map((_, i) => estimates[i] ?? 1);
  // The rows of the map times the eigenvectors, each divided by the root of its eigenvalue: a root of the covariance.
  const roots = (map ?? identity(values.length)).map((row, i) =>
    values.map(
      (value, k) =>
        ((scale[i] as number) * row.reduce((sum, x, j) => sum + x * (vectors[j]?.[k] as number), 0)) /
        Math.sqrt(value),
    ),
  );
  return roots.map((left) => roots.map((right) => dot(left, right)));
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, x, i) => sum + x * (right[i] as number), 0);
}
