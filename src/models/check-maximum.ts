import type { FittedModel } from "./fitted-model.ts";
import { invalidModel } from "./invalid-model.ts";
import { type Model, PARAMETER_NAMES } from "./models.ts";

/** The part of a fitted model that tells how well it explains the data and with how many parameters. */
export interface MaximisedModel
  extends Pick<Model, "kind" | "logLikelihood" | "customers">,
    Partial<Pick<FittedModel<string, unknown>, "coefficients" | "regularized" | "convergence">> {}

/** Refuses a model whose log-likelihood is no maximum; `field` says which model, `use` what it was wanted for. */
export function checkMaximum(field: string, model: MaximisedModel, use: string): void {
  const isModel = typeof model === "object" && model !== null && Object.hasOwn(PARAMETER_NAMES, model.kind);
  if (!isModel) throw invalidModel(field, model, "This is no fitted model: pass what a fit returned.");
  if (model.regularized === true) {
    const trouble = `${use} a maximum of the likelihood, and this model was drawn away from it: fit without priors or penalty.`;
    throw invalidModel(`${field}.regularized`, true, trouble);
  }
  if (model.convergence?.converged === false) {
    const trouble = `${use} a maximum of the likelihood, and the search for it was given up: use another model or more data.`;
    throw invalidModel(`${field}.convergence.converged`, false, trouble);
  }
  if (!Number.isFinite(model.logLikelihood))
    throw invalidModel(`${field}.logLikelihood`, model.logLikelihood, "This is no finite number.");
  if (!(model.customers > 0 && Number.isFinite(model.customers)))
    throw invalidModel(`${field}.customers`, model.customers, "The number of customers must be above 0.");
}

/** How many parameters were estimated: those of the kind, the coefficients of covariates, and the k of regular buyers. */
export function parametersEstimated({
  kind,
  coefficients = [],
}: Pick<MaximisedModel, "kind" | "coefficients">): number {
  const regularity = kind === "bg-cnbd-k" || kind === "mbg-cnbd-k" ? 1 : 0;
  return PARAMETER_NAMES[kind].length + coefficients.length + regularity;
}
