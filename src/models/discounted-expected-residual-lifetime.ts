import { logSurvival } from "./bdw.ts";
import { checkPeriods } from "./contract-arguments.ts";
import { type ContractModel, contractParameters } from "./contract-models.ts";
import type { DiscountOptions } from "./discounted-residual-transactions.ts";
import { discountedSurvival, discountPerPeriod, finiteOrRefused } from "./discounted-survival.ts";
import type { Predictor } from "./models.ts";

/**
 * The discounted expected residual lifetime (DERL) of a customer just before his next renewal: the sum over t ≥ n of
 * S(t) ÷ S(n−1) ÷ (1+d)^(t−n).
 *
 * The customer has made n payments, so he has renewed n − 1 times, and whether he renews now is open; that payment would count in full.
 * Some count renewals instead: their DERL at 7 renewals is this one at 8 payments. Times the net cash flow of a period it is the residual
 * value of the customer.
 *
 * @param model - A fitted model of retention, or a literal `{ kind, parameters, unit }`.
 * @param payments - Payments made so far, from 1.
 * @param options - `discountRate` per year, whatever the length of a period.
 * @returns Discounted number of payments still to come.
 * @throws {@link DataError} if the payments are no whole number of at least 1, the rate is none, or 0 where the sum is infinite (α ≤ 1 or
 *   c·α ≤ 1).
 * @see Fader & Hardie (2010), "Customer-base valuation in a contractual setting", Marketing Science 29(1):
 *   (β+n−1) ÷ (α+β+n−1) · ₂F₁(1, β+n; α+β+n; 1 ÷ (1+d)) for the sBG.
 *
 * @example
 * import { discountedExpectedResidualLifetime } from "clientele";
 *
 * const model = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "year" } as const;
 * discountedExpectedResidualLifetime(model, 1, { discountRate: 0.1 }); // => 5.4149
 * discountedExpectedResidualLifetime(model, 8, { discountRate: 0.1 }); // => 7.52995
 */
export function discountedExpectedResidualLifetime(
  model: Predictor<ContractModel>,
  payments: number,
  options: DiscountOptions,
): number {
  const parameters = contractParameters(model);
  checkPeriods("payments", payments, 1);
  const ifRenewed = discountedSurvival(model, payments, discountPerPeriod(options, model.unit));
  return finiteOrRefused(Math.exp(logSurvival(parameters, payments - 1, payments)) * ifRenewed);
}
