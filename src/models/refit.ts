import type { CovariateCoefficient } from "./covariate-shift.ts";
import { fitBgBb } from "./fit-bg-bb.ts";
import { fitBgNbd } from "./fit-bg-nbd.ts";
import { fitBgCnbdK, fitMbgCnbdK } from "./fit-cnbd-k.ts";
import { fitMbgNbd } from "./fit-mbg-nbd.ts";
import type { FitOptions } from "./fit-options.ts";
import { fitParetoNbd } from "./fit-pareto-nbd.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** What of a model says how to fit another of its kind. */
type Pattern = Pick<Predictor<PurchaseModel>, "kind" | "parameters" | "coefficients">;

/** Fits a model like another one to other customers: of its kind, with its covariates, and its k if it has one. */
export function refit(
  pattern: Pattern,
  customers: PurchaseHistories,
  { priors, penalty }: FitOptions = {},
): PurchaseModel {
  const options = {
    ...(priors === undefined ? {} : { priors }),
    ...(penalty === undefined ? {} : { penalty }),
    ...(pattern.coefficients === undefined ? {} : { covariates: covariatesOf(pattern.coefficients) }),
    ...("k" in pattern.parameters ? { k: pattern.parameters.k } : {}),
  };
  return FITS[pattern.kind](customers, options);
}

/** Each fit checks its options by name, so what the compiler cannot tell apart here is refused there. */
const FITS: {
  readonly [Kind in PurchaseModel["kind"]]: (customers: PurchaseHistories, options: object) => PurchaseModel;
} = {
  "bg-nbd": fitBgNbd,
  "mbg-nbd": fitMbgNbd,
  "pareto-nbd": fitParetoNbd,
  "bg-bb": fitBgBb,
  "bg-cnbd-k": fitBgCnbdK,
  "mbg-cnbd-k": fitMbgCnbdK,
};

function covariatesOf(coefficients: readonly CovariateCoefficient[]): Record<string, string[]> {
  const covariates: Record<string, string[]> = {};
  for (const { parameter, covariate } of coefficients) {
    covariates[parameter] = [...(covariates[parameter] ?? []), covariate];
  }
  return covariates;
}
