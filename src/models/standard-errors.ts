import { type Model, PARAMETER_NAMES, type ParameterName } from "./models.ts";

/** What the uncertainty of a model is told from. */
export type Estimated<M extends Model> = M extends Model
  ? Pick<M, "kind" | "parameters" | "covariance">
  : never;

/**
 * The standard errors of a model's parameters: the roots of the diagonal of the covariance.
 *
 * @param model - A fitted model.
 * @returns One number per parameter, in the parameter's unit; `null` where the data did not determine it (see `warnings`).
 * @throws never
 * @see Observed information at the maximum of the likelihood.
 *
 * @example
 * import { standardErrors } from "clientele";
 *
 * const model = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, gamma: 15.44 }, covariance: null } as const;
 * standardErrors(model); // => { p: null, q: null, gamma: null }
 */
export function standardErrors<M extends Model>(
  model: Estimated<M>,
): { readonly [Name in ParameterName<M>]: number | null } {
  const names: readonly string[] = PARAMETER_NAMES[model.kind];
  const errors = names.map((name, i) => [name, rootOf(model.covariance?.[i]?.[i])]);
  return Object.fromEntries(errors) as { readonly [Name in ParameterName<M>]: number | null };
}

function rootOf(variance: number | undefined): number | null {
  return variance === undefined ? null : Math.sqrt(variance);
}
