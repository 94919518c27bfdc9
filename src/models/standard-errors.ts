import { invalidModel } from "./invalid-model.ts";
import { type Model, PARAMETER_NAMES } from "./models.ts";

/** What the uncertainty of a model is told from. */
export interface Estimated extends Pick<Model, "kind" | "covariance"> {
  readonly parameters: object;
}

/** Something told of each parameter. */
export type PerParameter<Parameters, Value> = { readonly [Name in keyof Parameters]: Value };

/**
 * The standard errors of a model's parameters: the roots of the diagonal of the covariance.
 *
 * @param model - A fitted model.
 * @returns One number per parameter, in the parameter's unit; `null` where the data did not determine it (see `warnings`),
 *   and for the `k` of regular buyers, which is chosen and not estimated.
 * @throws {@link DataError} if it is no model.
 * @see Observed information at the maximum of the likelihood.
 *
 * @example
 * import { standardErrors } from "clientele";
 *
 * const model = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, gamma: 15.44 }, covariance: null } as const;
 * standardErrors(model); // => { p: null, q: null, gamma: null }
 */
export function standardErrors<M extends Estimated>(model: M): PerParameter<M["parameters"], number | null> {
  const names = parameterNames(model);
  const errors = Object.keys(model.parameters).map((name) => {
    const i = names.indexOf(name);
    return [name, i < 0 ? null : rootOf(model.covariance?.[i]?.[i])];
  });
  return Object.fromEntries(errors) as PerParameter<M["parameters"], number | null>;
}

/** The estimated parameters of a model in the order of its covariance; refuses what is no model. */
function parameterNames(model: Estimated): readonly string[] {
  const isModel = typeof model === "object" && model !== null && Object.hasOwn(PARAMETER_NAMES, model.kind);
  if (!isModel || typeof model.parameters !== "object" || model.parameters === null)
    throw invalidModel("model", model, "This is no fitted model: pass what a fit returned.");
  return PARAMETER_NAMES[model.kind];
}

function rootOf(variance: number | undefined): number | null {
  return variance === undefined ? null : Math.sqrt(variance);
}
