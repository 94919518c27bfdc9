import { logSurvival } from "./bdw.ts";
import { checkPeriods } from "./contract-arguments.ts";
import { type ContractModel, contractParameters } from "./contract-models.ts";
import type { Predictor } from "./models.ts";

/**
 * The share of the customers who are there in a period that renews at its end: S(t) ÷ S(t−1).
 *
 * It is the rate of the cohort, which rises as those who leave easily are gone. It is the rate of no single customer.
 *
 * @param model - A fitted model of retention, or a literal `{ kind, parameters, unit }`.
 * @param period - Which contract period of the customers, from 1.
 * @returns Share between 0 and 1.
 * @throws {@link DataError} if the period is no whole number of at least 1, or the model is none of retention.
 * @see Fader & Hardie (2007), equation 8: (β+t−1) ÷ (α+β+t−1) for the sBG.
 *
 * @example
 * import { retentionRate } from "clientele";
 *
 * const model = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "year" } as const;
 * [1, 2, 12].map((period) => retentionRate(model, period)); // => [0.851, 0.878, 0.957]
 */
export function retentionRate(model: Predictor<ContractModel>, period: number): number {
  checkPeriods("period", period, 1);
  return Math.exp(logSurvival(contractParameters(model), period - 1, period));
}
