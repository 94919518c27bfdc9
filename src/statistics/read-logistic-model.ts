import { frozen } from "../rows/frozen.ts";
import { coefficientNames } from "./cox-covariates.ts";
import type { LogisticModel } from "./logistic-model.ts";
import {
  demand,
  listOf,
  readCovariance,
  readModelCovariate,
  readNumber,
  recordOf,
} from "./read-model-fields.ts";

/**
 * Takes back a logistic regression that was stored as JSON, after checking that it is one.
 *
 * A model that passes predicts exactly as before it was stored.
 *
 * @param json - What `JSON.parse` gave (not the text).
 * @returns The model, frozen.
 * @throws {@link DataError} saying which field is wrong.
 *
 * @example
 * import { logisticRegression, readLogisticModel } from "clientele";
 *
 * const calls = [1, 2, 3, 4, 5, 6, 7, 8].map((hours) => ({ hours, ordered: [1, 2, 3, 5, 7].includes(hours) }));
 * const model = logisticRegression(calls, { outcome: "ordered", covariates: ["hours"] });
 * readLogisticModel(JSON.parse(JSON.stringify(model))).deviance === model.deviance; // => true
 */
export function readLogisticModel(json: unknown): LogisticModel {
  const model = recordOf(json, "model", "readLogisticModel");
  const { kind, version, penalty } = model;
  demand(kind === "logistic", "kind", kind, 'The kind is not "logistic".');
  demand(version === 1, "version", version, "This version of the library reads models of version 1.");
  demand(isPenalty(penalty), "penalty", penalty, 'The penalty is "none", "firth" or { ridge }.');
  const level = readNumber(model["level"], "level");
  demand(level > 0 && level < 1, "level", level, "The level lies between 0 and 1.");
  const names = coefficientNames(listOf(model["covariates"], "covariates").map(readModelCovariate));
  const coefficients = listOf(model["coefficients"], "coefficients");
  const enough = coefficients.length === names.length;
  demand(enough, "coefficients", model["coefficients"], `There must be ${names.length}.`);
  coefficients.forEach((entry, i) => {
    const path = `coefficients[${i}]`;
    const fields = recordOf(entry, path);
    const named = fields["name"] === names[i];
    demand(named, `${path}.name`, fields["name"], `This must be ${JSON.stringify(names[i])}.`);
    readEstimate(fields, path);
    readNumber(fields["oddsRatio"], `${path}.oddsRatio`);
  });
  readEstimate(recordOf(model["intercept"], "intercept"), "intercept");
  readCovariance(model["covariance"], names.length + 1);
  for (const field of NUMBERS) readNumber(model[field], field);
  recordOf(model["convergence"], "convergence");
  listOf(model["warnings"], "warnings");
  // A copy of plain data: every field that a prediction reads was checked above, which the compiler cannot follow.
  return frozen(JSON.parse(JSON.stringify(json)) as LogisticModel);
}

const NUMBERS = [
  "logLikelihood",
  "penalisedLogLikelihood",
  "nullLogLikelihood",
  "deviance",
  "nullDeviance",
  "effectiveParameters",
  "aic",
  "bic",
  "pseudoR2",
  "observations",
  "events",
  "weight",
  "skipped",
] as const satisfies readonly (keyof LogisticModel)[];

function readEstimate(fields: Readonly<Record<string, unknown>>, path: string): void {
  readNumber(fields["estimate"], `${path}.estimate`);
  for (const field of ["standardError", "lower", "upper", "z", "pValue"]) {
    if (fields[field] !== null) readNumber(fields[field], `${path}.${field}`);
  }
}

function isPenalty(value: unknown): boolean {
  if (value === "none" || value === "firth") return true;
  if (typeof value !== "object" || value === null) return false;
  const { ridge } = value as { readonly ridge?: unknown };
  return typeof ridge === "number" && Number.isFinite(ridge) && ridge > 0;
}
