import { normalCdf } from "../math/normal-distribution.ts";
import type { Matrix } from "../math/symmetric-eigen.ts";
import { standardErrorsOfLevel } from "./confidence.ts";
import type { CoxCovariate } from "./cox-covariates.ts";
import { finiteExp } from "./cox-table.ts";
import type { LogisticCoefficient, LogisticIntercept } from "./logistic-model.ts";

/** An estimate with its interval and test, on the scale of log odds. */
export function tested(estimate: number, variance: number, level: number): LogisticIntercept {
  const standardError = Math.sqrt(variance);
  if (!(standardError > 0)) return { estimate, ...UNKNOWN };
  const width = standardErrorsOfLevel(level) * standardError;
  const z = estimate / standardError;
  return {
    estimate,
    standardError,
    lower: estimate - width,
    upper: estimate + width,
    z,
    pValue: 2 * normalCdf(-Math.abs(z)),
  };
}

const UNKNOWN = { standardError: null, lower: null, upper: null, z: null, pValue: null };

/** The table of coefficients; those that run to infinity have no errors. `beta` and `covariance` begin with the intercept. */
export function logisticTable(
  covariates: readonly CoxCovariate[],
  beta: readonly number[],
  covariance: Matrix,
  infinite: readonly boolean[],
  level: number,
): readonly LogisticCoefficient[] {
  return columnsOf(covariates).map(({ name, covariate, of }, c): LogisticCoefficient => {
    const variance = infinite[c] === true ? Number.NaN : (covariance[c + 1]?.[c + 1] as number);
    const { estimate, standardError, lower, upper, z, pValue } = tested(
      beta[c + 1] as number,
      variance,
      level,
    );
    return {
      name,
      covariate,
      level: of,
      estimate,
      standardError,
      oddsRatio: finiteExp(estimate),
      lower: lower === null ? null : finiteExp(lower),
      upper: upper === null ? null : finiteExp(upper),
      z,
      pValue,
    };
  });
}

interface NamedColumn {
  readonly name: string;
  readonly covariate: string;
  /** The level that it stands for. */
  readonly of: string | null;
}

/** What the coefficients of a model are called, in order. */
export function columnsOf(covariates: readonly CoxCovariate[]): readonly NamedColumn[] {
  return covariates.flatMap((each): readonly NamedColumn[] =>
    each.kind === "number"
      ? [{ name: each.name, covariate: each.name, of: null }]
      : each.levels.map((of) => ({ name: `${each.name}=${of}`, covariate: each.name, of })),
  );
}
