import { betaGeometricSum } from "../math/beta-geometric-sum.ts";
import { meanElasticity } from "./bdw-elasticity.ts";
import { checkPeriods } from "./contract-arguments.ts";
import { type ContractModel, contractParameters } from "./contract-models.ts";
import type { DiscountOptions } from "./discounted-residual-transactions.ts";
import { discountPerPeriod, finiteOrRefused, LEAST_POWER } from "./discounted-survival.ts";
import type { Predictor } from "./models.ts";

/**
 * By how many percent a customer's residual value rises if all his retention rates to come rise by one percent of themselves.
 *
 * Each customer has an elasticity of his own, 1 ÷ (1 − r ÷ (1+d)) if he renews at a steady rate r; this is their mean over the customers
 * with that many payments. It is no percentage point: a rate of 0.80 raised by one percent is 0.808.
 *
 * @param model - A fitted model of retention, or a literal `{ kind, parameters, unit }`.
 * @param payments - Payments made so far, from 1; the next renewal is due, as for `discountedExpectedResidualLifetime`.
 * @param options - `discountRate` per year, whatever the length of a period.
 * @returns Percent per percent, at least 1.
 * @throws {@link DataError} if the payments are no whole number of at least 1, the rate is none, or 0 where the mean is infinite (α ≤ 1 or
 *   c·α ≤ 1).
 * @see Fader & Hardie (2010), "Customer-base valuation in a contractual setting", Marketing Science 29(1):
 *   ₂F₁(1, β+n−1; α+β+n−1; 1 ÷ (1+d)) for the sBG; for the BdW the same mean, with rates (1−θ)^(t^c − (t−1)^c).
 *
 * @example
 * import { retentionElasticity } from "clientele";
 *
 * const model = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "year" } as const;
 * retentionElasticity(model, 1, { discountRate: 0.1 }); // => 5.9226
 * retentionElasticity(model, 4, { discountRate: 0.1 }); // => 7.0184
 */
export function retentionElasticity(
  model: Predictor<ContractModel>,
  payments: number,
  options: DiscountOptions,
): number {
  const parameters = contractParameters(model);
  const { alpha, beta, c } = parameters;
  checkPeriods("payments", payments, 1);
  const rate = discountPerPeriod(options, model.unit);
  if (model.kind === "sbg")
    return finiteOrRefused(betaGeometricSum(alpha, beta + (payments - 1), Math.exp(-rate)));
  if (rate === 0 && !(c * alpha > LEAST_POWER)) return finiteOrRefused(Number.POSITIVE_INFINITY);
  return meanElasticity(parameters, payments, rate);
}
