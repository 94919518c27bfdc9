import { logSurvival } from "./bdw.ts";
import { checkPeriods } from "./contract-arguments.ts";
import { type ContractModel, contractParameters } from "./contract-models.ts";
import type { Predictor } from "./models.ts";

/**
 * The probability that a new customer leaves at the end of a given period: P(T = t) = S(t−1) − S(t).
 *
 * Of all who begin, not of those who are still there; for these take one minus `retentionRate`.
 *
 * @param model - A fitted model of retention, or a literal `{ kind, parameters, unit }`.
 * @param period - Which contract period of the customer, from 1.
 * @returns Probability; over all periods they add up to 1.
 * @throws {@link DataError} if the period is no whole number of at least 1, or the model is none of retention.
 * @see Fader & Hardie (2007), equation 5.
 *
 * @example
 * import { churnProbability } from "clientele";
 *
 * const model = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "year" } as const;
 * [1, 2, 3].map((period) => churnProbability(model, period)); // => [0.1493, 0.1038, 0.0771]
 */
export function churnProbability(model: Predictor<ContractModel>, period: number): number {
  checkPeriods("period", period, 1);
  const parameters = contractParameters(model);
  // Not S(t−1) − S(t), which would lose the digits of a small probability.
  const leaves = -Math.expm1(logSurvival(parameters, period - 1, period));
  return Math.exp(logSurvival(parameters, 0, period - 1)) * leaves;
}
