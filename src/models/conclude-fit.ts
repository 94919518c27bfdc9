import { symmetricEigen } from "../math/symmetric-eigen.ts";
import type { Maximum } from "../math/trust-region-newton.ts";
import type { Convergence, ModelWarning } from "./fitted-model.ts";

/** What every fit concludes from the maximum of its likelihood. */
export interface Conclusion<Name extends string> {
  readonly parameters: Readonly<Record<Name, number>>;
  readonly covariance: readonly (readonly number[])[] | null;
  readonly logLikelihood: number;
  readonly convergence: Convergence;
  readonly warnings: readonly ModelWarning[];
}

/** A parameter known no better than by a factor of e⁵ in either direction is not known. */
const WIDEST_STANDARD_ERROR = 5;

/** From a maximum in the logarithms of the parameters to estimates, covariance and warnings. */
export function concludeFit<Name extends string>(names: readonly Name[], maximum: Maximum): Conclusion<Name> {
  const estimates = maximum.point.map(Math.exp);
  const direction = flatDirection(names, maximum);
  const warnings: ModelWarning[] = [];
  if (!maximum.converged) warnings.push({ code: "not-converged" });
  if (direction !== null) warnings.push({ code: "not-identified", direction });
  return {
    parameters: Object.fromEntries(names.map((name, i) => [name, estimates[i]])) as Record<Name, number>,
    covariance: direction === null ? naturalCovariance(estimates, maximum) : null,
    logLikelihood: maximum.value,
    convergence: {
      converged: maximum.converged,
      evaluations: maximum.evaluations,
      newtonDecrement: maximum.newtonDecrement,
    },
    warnings,
  };
}

/** The direction along which the likelihood hardly falls, if there is one. */
function flatDirection(names: readonly string[], maximum: Maximum): Readonly<Record<string, number>> | null {
  const [atLimit] = maximum.atLimit;
  if (atLimit !== undefined) {
    return Object.fromEntries(names.map((name, i) => [name, i === atLimit ? 1 : 0]));
  }
  const { values, vectors } = informationEigen(maximum);
  const least = Math.min(...values);
  if (least > WIDEST_STANDARD_ERROR ** -2) return null;
  const k = values.indexOf(least);
  return Object.fromEntries(names.map((name, i) => [name, vectors[i]?.[k] as number]));
}

/** Inverse of the observed information, from log parameters to parameters: d parameter = parameter · d log parameter. */
function naturalCovariance(estimates: readonly number[], maximum: Maximum): number[][] {
  const { values, vectors } = informationEigen(maximum);
  return estimates.map((left, i) =>
    estimates.map((right, j) => {
      let sum = 0;
      values.forEach((value, k) => {
        sum += ((vectors[i]?.[k] as number) * (vectors[j]?.[k] as number)) / value;
      });
      return left * right * sum;
    }),
  );
}

function informationEigen(maximum: Maximum): ReturnType<typeof symmetricEigen> {
  return symmetricEigen(maximum.hessian.map((row) => row.map((curve) => -curve)));
}
