import { checkNames } from "../rows/options.ts";
import { logSurvival } from "./bdw.ts";
import { checkPeriods } from "./contract-arguments.ts";
import { type ContractModel, contractParameters } from "./contract-models.ts";
import type { Predictor } from "./models.ts";

/** Of which customers survival is asked. */
export interface SurvivalOptions {
  /** How often the customer has renewed already. Default 0: a new customer. */
  readonly renewals?: number;
}

/**
 * The probability that a customer is still one after so many more opportunities to leave: S(t), or S(renewals + t) ÷ S(renewals).
 *
 * Who has renewed often is more likely to stay: not because he has changed, but since those who leave easily are gone.
 *
 * @param model - A fitted model of retention, or a literal `{ kind, parameters, unit }`.
 * @param periods - How many contract periods from now on; whole number of at least 0.
 * @param options - `renewals` that the customer has made so far, default 0.
 * @returns Probability, 1 for no period.
 * @throws {@link DataError} if the periods or renewals are no whole numbers, or the model is none of retention.
 * @see Fader & Hardie (2007), equation 6; Fader et al. (2018) for the BdW.
 *
 * @example
 * import { survivalProbability } from "clientele";
 *
 * const model = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "year" } as const;
 * survivalProbability(model, 7); // => 0.489
 * survivalProbability(model, 5, { renewals: 7 }); // => 0.773
 */
export function survivalProbability(
  model: Predictor<ContractModel>,
  periods: number,
  options: SurvivalOptions = {},
): number {
  checkNames("options", options, { renewals: true } satisfies Record<keyof SurvivalOptions, true>);
  const { renewals = 0 } = options;
  checkPeriods("periods", periods, 0);
  checkPeriods("renewals", renewals, 0);
  return Math.exp(logSurvival(contractParameters(model), renewals, renewals + periods));
}
