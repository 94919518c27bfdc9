import { checkNames } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "./confidence.ts";
import type { CoxModel } from "./cox-model.ts";
import { type CovariateRow, checkCoxModel, covariatesOf, dot, varianceOf } from "./cox-predictor.ts";
import { finiteExp } from "./cox-table.ts";

/** How many times as high the hazard of one is as that of another. */
export interface HazardRatio {
  /** 1 is the same hazard, 2 twice. No larger than the largest double. */
  readonly hazardRatio: number;
  /** Limits of the interval; `null` where a coefficient runs to infinity. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Standard error of the logarithm of the ratio. */
  readonly standardError: number | null;
}

/**
 * The hazard of one customer relative to that of another, by a Cox model.
 *
 * The same at all times, as the model has it. Without a second customer the first is compared with somebody whose covariates are all at
 * their means (of a category: the share of each level), who need not exist. Of a model with strata both are taken to be in one stratum.
 *
 * @param model - What `coxRegression` returned.
 * @param row - The covariates of the one, by name.
 * @param other - The covariates of the other. Default: all at their means.
 * @param options - `level` of the interval, default that of the model.
 * @returns `{ hazardRatio, lower, upper, standardError }`, the error that of the logarithm.
 * @throws {@link DataError} if a covariate is missing or of a level that the model does not know, or the level is not between 0 and 1.
 *
 * @example
 * import { coxRegression, hazardRatio } from "clientele";
 *
 * const duration = [3, 5, 7, 4, 9, 12, 2, 8];
 * const event = [1, 1, 0, 1, 0, 0, 1, 1];
 * const seats = [1, 2, 2, 1, 5, 3, 2, 4];
 * const model = coxRegression({ duration, event, seats }, { covariates: ["seats"] });
 * hazardRatio(model, { seats: 4 }, { seats: 2 });
 * // => { hazardRatio: 0.1075, lower: 0.0075, upper: 1.5412, standardError: 1.3587 }
 */
export function hazardRatio(
  model: CoxModel,
  row: CovariateRow,
  other?: CovariateRow,
  options: ConfidenceOptions = {},
): HazardRatio {
  checkCoxModel(model);
  checkNames("options", options, { level: true } satisfies Record<keyof ConfidenceOptions, true>);
  const { level = model.level } = options;
  checkLevel(level);
  const base = other === undefined ? model.means : covariatesOf(model, other, "other");
  const difference = covariatesOf(model, row, "row").map((value, c) => value - (base[c] as number));
  const logRatio = dot(
    difference,
    model.coefficients.map(({ coefficient }) => coefficient),
  );
  const variance = varianceOf(model, difference);
  const ratio = finiteExp(logRatio);
  if (variance === null) return { hazardRatio: ratio, lower: null, upper: null, standardError: null };
  const standardError = Math.sqrt(variance);
  const reach = standardErrorsOfLevel(level) * standardError;
  return {
    hazardRatio: ratio,
    lower: finiteExp(logRatio - reach),
    upper: finiteExp(logRatio + reach),
    standardError,
  };
}
