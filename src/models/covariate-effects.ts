import { normalCdf } from "../math/normal-distribution.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import { checkNames } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import type { CovariateCoefficient } from "./covariate-shift.ts";
import { invalidModel } from "./invalid-model.ts";
import { type Model, PARAMETER_NAMES } from "./models.ts";

/** The part of a fitted model that its covariates' effects are told from. */
export interface ModelWithCovariates extends Pick<Model, "kind" | "covariance"> {
  readonly coefficients?: readonly CovariateCoefficient[];
}

/** What a covariate does to a parameter; all but the coefficient are `null` where the data do not determine it. */
export interface CovariateEffect {
  readonly parameter: string;
  readonly covariate: string;
  /** By how much one unit of the covariate moves the logarithm of the parameter, with the sign that the fit's options describe. */
  readonly coefficient: number;
  readonly standardError: number | null;
  /** Limits of the confidence interval. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Coefficient in standard errors. */
  readonly z: number | null;
  /** How probable a coefficient at least so far from 0 would be, by chance, if the covariate had no effect. */
  readonly pValue: number | null;
}

/**
 * The effects of a model's covariates, with their standard errors, confidence intervals and tests.
 *
 * Wald's: from the covariance, for many customers. For a few, or for several covariates at once, `likelihoodRatioTest` is the better test.
 * Of a model fitted with priors or a penalty, the z and p-values are no tests, since the coefficients were drawn towards 0.
 *
 * @param model - A fitted model.
 * @param options - `level` of the intervals, default 0.95.
 * @returns One row per coefficient, in the model's order; none if the model was fitted without covariates.
 * @throws {@link DataError} if the level is not between 0 and 1.
 * @see Wald (1943), Transactions of the American Mathematical Society 54(3); Fader & Hardie (2007), note 019.
 *
 * @example
 * import { covariateEffects } from "clientele";
 *
 * const model = {
 *   kind: "bg-nbd", coefficients: [{ parameter: "alpha", covariate: "newsletter", value: 0.3 }],
 *   covariance: [[1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 0.01]],
 * } as const;
 * const [effect] = covariateEffects(model);
 * effect?.z; // => 3.0
 * effect?.lower; // => 0.104
 * effect?.pValue; // => 0.0027
 */
export function covariateEffects(
  model: ModelWithCovariates,
  options: ConfidenceOptions = {},
): readonly CovariateEffect[] {
  checkNames("options", options, { level: true } satisfies Record<keyof ConfidenceOptions, true>);
  const { level = 0.95 } = options;
  checkLevel(level);
  const isModel = typeof model === "object" && model !== null && Object.hasOwn(PARAMETER_NAMES, model.kind);
  if (!isModel) throw invalidModel("model", model, "This is no fitted model: pass what a fit returned.");
  const width = normalQuantile((1 + level) / 2);
  const before = PARAMETER_NAMES[model.kind].length;
  return (model.coefficients ?? []).map(({ parameter, covariate, value }, i) => {
    const variance = model.covariance?.[before + i]?.[before + i];
    return { parameter, covariate, coefficient: value, ...waldOf(value, variance, width) };
  });
}

type Wald = Pick<CovariateEffect, "standardError" | "lower" | "upper" | "z" | "pValue">;

function waldOf(value: number, variance: number | undefined, width: number): Wald {
  if (variance === undefined || !(variance > 0)) return UNKNOWN;
  const standardError = Math.sqrt(variance);
  const z = value / standardError;
  return {
    standardError,
    lower: value - width * standardError,
    upper: value + width * standardError,
    z,
    pValue: 2 * normalCdf(-Math.abs(z)),
  };
}

const UNKNOWN: Wald = { standardError: null, lower: null, upper: null, z: null, pValue: null };
