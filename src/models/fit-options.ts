import { checkNames, checkNumber } from "../rows/options.ts";

/**
 * What is believed of a parameter before any data: its logarithm is normal around that of `median` with standard deviation `spread`.
 *
 * With covariates the belief is one of customers whose covariates are at their means.
 */
export interface Prior {
  /** As probable to be exceeded as not; in the parameter's unit. */
  readonly median: number;
  /** Standard deviation of the logarithm: with 0.7 the parameter lies within a factor of 4 of the median in 95 of 100 cases. */
  readonly spread: number;
}

/** How to fit a model to a base that is too small to speak for itself. */
export interface FitOptions<Name extends string = string> {
  /** Beliefs about parameters, e.g. from another shop or an earlier year. Default: none. */
  readonly priors?: { readonly [Parameter in Name]?: Prior };
  /**
   * L2 penalty on the logarithms of the parameters (and on the coefficients of covariates, per standard deviation of the covariate): half of
   * it times their squared distance from the default start, which is made for the scale of the data. Default 0: none.
   */
  readonly penalty?: number;
}

export const FIT_OPTION_NAMES: Record<keyof FitOptions, true> = { priors: true, penalty: true };

export function checkFitOptions(options: FitOptions, names: readonly string[]): void {
  const { priors = {}, penalty = 0 } = options;
  checkNumber("penalty", penalty, { least: 0 });
  checkNames("priors", priors, Object.fromEntries(names.map((name) => [name, true] as const)));
  for (const [name, prior] of Object.entries(priors)) {
    if (prior === undefined) continue;
    checkNames(`priors.${name}`, prior, { median: true, spread: true } satisfies Record<keyof Prior, true>);
    checkNumber(`priors.${name}.median`, prior.median, { above: 0 });
    checkNumber(`priors.${name}.spread`, prior.spread, { above: 0 });
  }
}
