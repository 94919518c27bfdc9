import { frozen } from "../rows/frozen.ts";
import { isCivilDay, readCivilDay } from "../time/read-civil-day.ts";
import { instantClock } from "../time/time-zone.ts";
import { TIME_UNITS } from "../time/unit.ts";
import type { CovariateCoefficient } from "./covariate-shift.ts";
import { invalidModel } from "./invalid-model.ts";
import { type Model, PARAMETER_NAMES } from "./models.ts";

/**
 * Takes back a model that was stored as JSON, after checking that it is one.
 *
 * A model that passes predicts exactly as before it was stored.
 *
 * @param json - What `JSON.parse` gave (not the text).
 * @returns The model, frozen.
 * @throws {@link DataError} saying which field is wrong.
 *
 * @example
 * import { fitGammaGamma, readModel, simulateTransactions, summarizeCustomers, transactionLog } from "clientele";
 *
 * const log = transactionLog(simulateTransactions({ customers: 200, from: "2024-01-01", until: "2025-12-31", seed: 1 }));
 * const spend = fitGammaGamma(summarizeCustomers(log));
 * const again = readModel(JSON.parse(JSON.stringify(spend)));
 * again.logLikelihood === spend.logLikelihood; // => true
 */
export function readModel(json: unknown): Model {
  const model = fieldsOf(json, "model");
  const kind = model["kind"];
  if (typeof kind !== "string" || !Object.hasOwn(PARAMETER_NAMES, kind)) {
    throw invalidModel("kind", kind, `The kind is none of ${Object.keys(PARAMETER_NAMES).join(", ")}.`);
  }
  if (model["version"] !== 1)
    throw invalidModel("version", model["version"], "This version of the library reads models of version 1.");
  const names: readonly string[] = PARAMETER_NAMES[kind as Model["kind"]];
  const unit = model["unit"];
  if (!(TIME_UNITS as readonly unknown[]).includes(unit))
    throw invalidModel("unit", unit, `The unit is none of ${TIME_UNITS.join(", ")}.`);
  const coefficients = readCoefficients(model["coefficients"], kind as Model["kind"]);
  const regularized = model["regularized"];
  if (regularized !== undefined && regularized !== true)
    throw invalidModel("regularized", regularized, "This is true or left out.");
  const result = {
    kind,
    version: 1,
    parameters: readParameters(model["parameters"], names, kind.endsWith("cnbd-k")),
    ...(coefficients === null ? {} : { coefficients }),
    ...(regularized === undefined ? {} : { regularized }),
    covariance: readCovariance(model["covariance"], names.length + (coefficients?.length ?? 0)),
    logLikelihood: readNumber(model["logLikelihood"], "logLikelihood"),
    customers: readNumber(model["customers"], "customers"),
    unit,
    asOf: readAsOf(model["asOf"]),
    convergence: readConvergence(model["convergence"]),
    warnings: readWarnings(model["warnings"]),
  };
  // Every field was checked above against what its kind demands, which the compiler cannot follow.
  return frozen(result) as unknown as Model;
}

function fieldsOf(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  const hint = typeof value === "string" ? " Parse the text first: readModel(JSON.parse(text))." : "";
  throw invalidModel(field, value, `This is no record.${hint}`);
}

function readNumber(value: unknown, field: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw invalidModel(field, value, "This is no finite number.");
}

function readParameters(value: unknown, names: readonly string[], hasK: boolean): Record<string, number> {
  const given = fieldsOf(value, "parameters");
  const k = given["k"];
  if (hasK && !(Number.isInteger(k) && (k as number) >= 1))
    throw invalidModel("parameters.k", k, "The regularity k must be a whole number of at least 1.");
  const read = names.map((name) => {
    const parameter = readNumber(given[name], `parameters.${name}`);
    if (!(parameter > 0))
      throw invalidModel(`parameters.${name}`, parameter, "The parameter must be above 0.");
    return [name, parameter];
  });
  return { ...(hasK ? { k: k as number } : {}), ...(Object.fromEntries(read) as Record<string, number>) };
}

function readCoefficients(value: unknown, kind: Model["kind"]): CovariateCoefficient[] | null {
  if (value === undefined) return null;
  if (!Array.isArray(value)) throw invalidModel("coefficients", value, "This is no list.");
  return value.map((entry: unknown, i) => {
    const path = `coefficients[${i}]`;
    const fields = fieldsOf(entry, path);
    const { parameter, covariate } = fields;
    if (typeof parameter !== "string" || !PARAMETER_NAMES[kind].includes(parameter))
      throw invalidModel(`${path}.parameter`, parameter, "The model has no such parameter.");
    if (typeof covariate !== "string")
      throw invalidModel(`${path}.covariate`, covariate, "The name is missing.");
    return { parameter, covariate, value: readNumber(fields["value"], `${path}.value`) };
  });
}

function readCovariance(value: unknown, size: number): number[][] | null {
  if (value === null) return null;
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const isSquare = rows.length === size && rows.every((row) => Array.isArray(row) && row.length === size);
  if (!isSquare)
    throw invalidModel(
      "covariance",
      value,
      `The covariance must be null or a matrix of ${size} × ${size} numbers.`,
    );
  const matrix = rows.map((row, i) =>
    (row as readonly unknown[]).map((entry, j) => readNumber(entry, `covariance[${i}][${j}]`)),
  );
  matrix.forEach((row, i) => {
    const variance = row[i] as number;
    if (!(variance >= 0))
      throw invalidModel(`covariance[${i}][${i}]`, variance, "A variance cannot be below 0.");
  });
  return matrix;
}

function readAsOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const isDay =
    typeof value === "string" && value.length === 10 && isCivilDay(readCivilDay(value, instantClock("UTC")));
  if (!isDay) throw invalidModel("asOf", value, "The day must be null or written YYYY-MM-DD.");
  return value;
}

function readConvergence(value: unknown): object {
  const { converged, evaluations, newtonDecrement } = fieldsOf(value, "convergence");
  if (typeof converged !== "boolean")
    throw invalidModel("convergence.converged", converged, "This is neither true nor false.");
  return {
    converged,
    evaluations: readNumber(evaluations, "convergence.evaluations"),
    newtonDecrement:
      newtonDecrement === null ? null : readNumber(newtonDecrement, "convergence.newtonDecrement"),
  };
}

function readWarnings(value: unknown): object[] {
  if (!Array.isArray(value)) throw invalidModel("warnings", value, "This is no list.");
  return value.map((warning: unknown, i) => {
    const fields = fieldsOf(warning, `warnings[${i}]`);
    if (typeof fields["code"] !== "string")
      throw invalidModel(`warnings[${i}].code`, fields["code"], "The code is missing.");
    return { ...fields };
  });
}
