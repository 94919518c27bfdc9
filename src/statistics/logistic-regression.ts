import { checkNames } from "../rows/options.ts";
import { fitLogistic } from "./logistic-fit.ts";
import { readLogisticInput } from "./logistic-input.ts";
import type { LogisticModel } from "./logistic-model.ts";
import { checkedLogisticSettings, LOGISTIC_NAMES, type LogisticOptions } from "./logistic-options.ts";

/**
 * Fits a logistic regression: how covariates multiply the odds of an outcome, such as an order, an answer or a churn.
 *
 * An odds ratio of 1.5 for `channel=phone` says: the odds (probability ÷ counter-probability) are 1.5 times those of the reference channel, other
 * covariates equal. Numbers enter as they are, booleans as 0 and 1, texts as one coefficient for each level but the reference. Weights are
 * frequencies: weight 3 is the row three times. Without a penalty a covariate that foretells the outcome without fail gives the warning
 * `separation`; `penalty: "firth"` then still has finite estimates. Under a ridge covariates enter in standard deviations, the intercept is free, and
 * standard errors are those of a normal prior with variance 1 ÷ strength: the curvature of what was maximised.
 *
 * @param rows - Rows that hold the outcome and the covariates.
 * @param options - `outcome`, `covariates`, and if wanted `weight`, `penalty` (`"none"`, `"firth"`, `{ ridge }`), `level` and `invalid`.
 * @returns The model, frozen plain data: intercept, coefficients with odds ratios and tests, covariance, likelihoods, warnings.
 * @throws {@link DataError} with all faulty rows, if all outcomes are the same, or if a covariate is the same in all rows or can be computed from others.
 * @see Hosmer, Lemeshow & Sturdivant (2013); Firth (1993); Heinze & Schemper (2002); le Cessie & van Houwelingen (1992) for the ridge.
 *
 * @example
 * import { logisticRegression } from "clientele";
 *
 * const calls = [
 *   { ordered: true, hours: 1, channel: "phone" },
 *   { ordered: true, hours: 4, channel: "phone" },
 *   { ordered: false, hours: 9, channel: "phone" },
 *   { ordered: true, hours: 2, channel: "mail" },
 *   { ordered: false, hours: 3, channel: "mail" },
 *   { ordered: false, hours: 8, channel: "mail" },
 * ];
 * const model = logisticRegression(calls, { outcome: "ordered", covariates: ["hours", "channel"], penalty: "firth" });
 * model.coefficients[0]; // => { name: "hours", estimate: -0.4339, standardError: 0.3890, oddsRatio: 0.6479, … }
 */
export function logisticRegression<Row extends object>(
  rows: Iterable<Row>,
  options: LogisticOptions<Row>,
): LogisticModel {
  checkNames("options", options, LOGISTIC_NAMES);
  const settings = checkedLogisticSettings(options);
  return fitLogistic(readLogisticInput(rows, options, settings.invalid), settings);
}
