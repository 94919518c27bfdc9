import { logistic } from "../math/log-odds.ts";
import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { checkNames, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "./confidence.ts";
import { type CovariateRow, covariatesOf } from "./cox-predictor.ts";
import type { LogisticModel } from "./logistic-model.ts";

/** How probable the outcome is for given covariates. */
export interface LogisticProbability {
  /** From 0 to 1. */
  readonly probability: number;
  /** Limits of the interval of the probability; `null` where a coefficient runs to infinity. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** log(probability ÷ counter-probability). */
  readonly logOdds: number;
  /** Of the log odds; `null` where a coefficient runs to infinity. */
  readonly standardError: number | null;
}

/**
 * The probability of the outcome for a row, by a logistic regression.
 *
 * The interval is Wald's on the scale of log odds, so it lies between 0 and 1. It is about the rate of all rows like this one; what comes of this
 * one is yes or no.
 *
 * @param model - What `logisticRegression` returned.
 * @param row - The covariates, by their names in the model; further fields are left alone.
 * @param options - `level` of the interval, default that of the model.
 * @returns `{ probability, lower, upper, logOdds, standardError }`.
 * @throws {@link DataError} if a covariate is missing or of a level that the model does not know, or the level is not between 0 and 1.
 *
 * @example
 * import { logisticProbability, logisticRegression } from "clientele";
 *
 * const calls = [1, 2, 3, 4, 5, 6, 7, 8].map((hours) => ({ hours, ordered: [1, 2, 3, 5, 7].includes(hours) }));
 * const model = logisticRegression(calls, { outcome: "ordered", covariates: ["hours"] });
 * logisticProbability(model, { hours: 2 }); // => { probability: 0.8915, lower: 0.2600, upper: 0.9948, … }
 */
export function logisticProbability(
  model: LogisticModel,
  row: CovariateRow,
  options: ConfidenceOptions = {},
): LogisticProbability {
  return scorer(model, options)(covariatesOf(model, row, "row"));
}

/**
 * The probability of the outcome for each of many rows, as `logisticProbability` of one.
 *
 * @param model - What `logisticRegression` returned.
 * @param rows - The covariates of each, by their names in the model.
 * @param options - `level` of the intervals, default that of the model.
 * @returns One `{ probability, lower, upper, logOdds, standardError }` for each row, in order.
 * @throws {@link DataError} as `logisticProbability`, naming the row.
 *
 * @example
 * import { logisticProbabilities, logisticRegression } from "clientele";
 *
 * const calls = [1, 2, 3, 4, 5, 6, 7, 8].map((hours) => ({ hours, ordered: [1, 2, 3, 5, 7].includes(hours) }));
 * const model = logisticRegression(calls, { outcome: "ordered", covariates: ["hours"] });
 * logisticProbabilities(model, calls).reduce((sum, { probability }) => sum + probability, 0); // => 5
 */
export function logisticProbabilities(
  model: LogisticModel,
  rows: Iterable<CovariateRow>,
  options: ConfidenceOptions = {},
): readonly LogisticProbability[] {
  const score = scorer(model, options);
  return listOfRows(rows).map((row, i) => score(covariatesOf(model, row, `rows[${i}]`)));
}

/** What scores the values of a model's coefficients. */
export function scorer(
  model: LogisticModel,
  options: ConfidenceOptions = {},
): (x: readonly number[]) => LogisticProbability {
  checkLogisticModel(model);
  checkNames("options", options, { level: true } satisfies Record<keyof ConfidenceOptions, true>);
  const { level = model.level } = options;
  checkLevel(level);
  const width = standardErrorsOfLevel(level);
  const { covariance, coefficients, intercept } = model;
  const infinite = coefficients.map(({ standardError }) => standardError === null);
  return (x) => {
    let logOdds = intercept.estimate;
    let variance = covariance[0]?.[0] as number;
    let known = intercept.standardError !== null;
    for (let a = 0; a < x.length; a++) {
      const value = x[a] as number;
      if (value === 0) continue;
      logOdds += value * (coefficients[a]?.estimate as number);
      if (infinite[a] === true) known = false;
      const row = covariance[a + 1] as readonly number[];
      let sum = 2 * (row[0] as number);
      for (let b = 0; b < x.length; b++) sum += (row[b + 1] as number) * (x[b] as number);
      variance += value * sum;
    }
    if (!Number.isFinite(logOdds) || (known && !Number.isFinite(variance)))
      throw invalidOption("row", null, TOO_LARGE);
    const probability = logistic(logOdds);
    if (!known) return { probability, lower: null, upper: null, logOdds, standardError: null };
    const standardError = Math.sqrt(Math.max(0, variance));
    const reach = width * standardError;
    return {
      probability,
      lower: logistic(logOdds - reach),
      upper: logistic(logOdds + reach),
      logOdds,
      standardError,
    };
  };
}

const TOO_LARGE =
  "The covariates are so large that no number can hold the log odds: look for a mistaken figure.";

/** Refuses what is no logistic regression. */
export function checkLogisticModel(model: LogisticModel): void {
  const isModel =
    typeof model === "object" &&
    model !== null &&
    model.kind === "logistic" &&
    [model.covariates, model.coefficients, model.covariance].every(Array.isArray) &&
    Number.isFinite(model.intercept?.estimate);
  if (isModel) return;
  const message =
    "This is no logistic regression: pass what logisticRegression or readLogisticModel returned.";
  throw new DataError([
    { code: "invalid_model", row: null, field: "model", value: plainValue(model), message },
  ]);
}
