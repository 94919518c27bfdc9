import { type ContractModel, contractParameters } from "./contract-models.ts";
import { discountedSurvival } from "./discounted-survival.ts";
import { invalidModel } from "./invalid-model.ts";
import type { Predictor } from "./models.ts";

/**
 * How many contract periods a new customer is expected to stay, the first included.
 *
 * The mean of a very skew distribution: most customers stay shorter. It exists only where few enough stay very long (α > 1 for the sBG,
 * c·α > 1 for the BdW); else discount what is to come, or ask for `survivalProbability`.
 *
 * @param model - A fitted model of retention, or a literal `{ kind, parameters, unit }`.
 * @returns Periods, which is also the number of payments; at least 1.
 * @throws {@link DataError} if the mean is infinite.
 * @see (α+β−1) ÷ (α−1) for the sBG: Σ S(t) of Fader & Hardie (2007), equation 6.
 *
 * @example
 * import { expectedLifetime } from "clientele";
 *
 * expectedLifetime({ kind: "sbg", parameters: { alpha: 2, beta: 3 }, unit: "year" }); // => 4
 * const model = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "year" } as const;
 * expectedLifetime(model); // throws DataError: infinite
 */
export function expectedLifetime(model: Predictor<ContractModel>): number {
  const { alpha } = contractParameters(model);
  const periods = discountedSurvival(model, 0, 0);
  if (periods < Number.POSITIVE_INFINITY) return periods;
  const message =
    "The mean lifetime is infinite: alpha (times c) is at most 1, so a few imaginable customers would stay for ever. Ask for discountedExpectedLifetime or survivalProbability instead.";
  throw invalidModel("parameters.alpha", alpha, message);
}
