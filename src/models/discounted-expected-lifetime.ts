import { type ContractModel, contractParameters } from "./contract-models.ts";
import type { DiscountOptions } from "./discounted-residual-transactions.ts";
import { discountedSurvival, discountPerPeriod, finiteOrRefused } from "./discounted-survival.ts";
import type { Predictor } from "./models.ts";

/**
 * The discounted expected lifetime (DEL) of a customer about to begin: Σ over t ≥ 0 of S(t) ÷ (1+d)^t.
 *
 * The first payment, due at once, counts in full. Times the net cash flow of a period it is the value of a customer not yet won.
 *
 * @param model - A fitted model of retention, or a literal `{ kind, parameters, unit }`.
 * @param options - `discountRate` per year, whatever the length of a period.
 * @returns Discounted number of payments, at least 1.
 * @throws {@link DataError} if the rate is none, or 0 where the undiscounted lifetime is infinite (α ≤ 1 or c·α ≤ 1).
 * @see Fader & Hardie (2010), "Customer-base valuation in a contractual setting: the perils of ignoring heterogeneity", Marketing Science
 *   29(1): ₂F₁(1, β; α+β; 1 ÷ (1+d)) for the sBG.
 *
 * @example
 * import { discountedExpectedLifetime } from "clientele";
 *
 * const model = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "year" } as const;
 * discountedExpectedLifetime(model, { discountRate: 0.1 }); // => 5.9226
 */
export function discountedExpectedLifetime(
  model: Predictor<ContractModel>,
  options: DiscountOptions,
): number {
  contractParameters(model);
  return finiteOrRefused(discountedSurvival(model, 0, discountPerPeriod(options, model.unit)));
}
