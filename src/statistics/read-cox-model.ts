import { DataError } from "../rows/data-error.ts";
import { frozen } from "../rows/frozen.ts";
import { plainValue } from "../rows/issue.ts";
import { type CoxCovariate, coefficientNames } from "./cox-covariates.ts";
import type { CoxModel } from "./cox-model.ts";

/**
 * Takes back a Cox model that was stored as JSON, after checking that it is one.
 *
 * A model that passes predicts exactly as before it was stored.
 *
 * @param json - What `JSON.parse` gave (not the text).
 * @returns The model, frozen.
 * @throws {@link DataError} saying which field is wrong.
 *
 * @example
 * import { coxRegression, readCoxModel } from "clientele";
 *
 * const columns = { duration: [3, 5, 7, 4, 9, 12, 2, 8], event: [1, 1, 0, 1, 0, 0, 1, 1], seats: [1, 2, 2, 1, 5, 3, 2, 4] };
 * const model = coxRegression(columns, { covariates: ["seats"] });
 * const again = readCoxModel(JSON.parse(JSON.stringify(model)));
 * again.logLikelihood === model.logLikelihood; // => true
 */
export function readCoxModel(json: unknown): CoxModel {
  const model = recordOf(json, "model");
  demand(model["kind"] === "cox", "kind", model["kind"], 'The kind is not "cox".');
  demand(
    model["version"] === 1,
    "version",
    model["version"],
    "This version of the library reads models of version 1.",
  );
  demand(
    ["efron", "breslow"].includes(model["ties"] as string),
    "ties",
    model["ties"],
    "The ties are efron or breslow.",
  );
  const errors = model["standardErrors"];
  demand(
    ["model", "robust"].includes(errors as string),
    "standardErrors",
    errors,
    "This is model or robust.",
  );
  const level = readNumber(model["level"], "level");
  demand(level > 0 && level < 1, "level", level, "The level lies between 0 and 1.");
  const covariates = listOf(model["covariates"], "covariates").map(readCovariate);
  const names = coefficientNames(covariates);
  const coefficients = listOf(model["coefficients"], "coefficients");
  demand(
    coefficients.length === names.length,
    "coefficients",
    model["coefficients"],
    `There must be ${names.length}.`,
  );
  coefficients.forEach((entry, i) => {
    readCoefficient(entry, names[i] as string, `coefficients[${i}]`);
  });
  readNumbers(model["means"], "means", names.length);
  const covariance = listOf(model["covariance"], "covariance");
  demand(
    covariance.length === names.length,
    "covariance",
    model["covariance"],
    `It must have ${names.length} rows.`,
  );
  covariance.forEach((row, i) => {
    const variance = readNumbers(row, `covariance[${i}]`, names.length)[i] as number;
    demand(variance >= 0, `covariance[${i}][${i}]`, variance, "A variance cannot be below 0.");
  });
  const baseline = listOf(model["baseline"], "baseline");
  demand(baseline.length > 0, "baseline", model["baseline"], "There must be a baseline hazard.");
  baseline.forEach((entry, i) => {
    readBaseline(entry, names.length, `baseline[${i}]`);
  });
  for (const field of ["logLikelihood", "nullLogLikelihood", "observations", "events", "skipped"]) {
    readNumber(model[field], field);
  }
  for (const field of ["tests", "concordance", "convergence"]) recordOf(model[field], field);
  listOf(model["warnings"], "warnings");
  // A copy of plain data: every field that a prediction reads was checked above, which the compiler cannot follow.
  return frozen(JSON.parse(JSON.stringify(json)) as CoxModel);
}

function readCovariate(entry: unknown, i: number): CoxCovariate {
  const path = `covariates[${i}]`;
  const { kind, name, reference, levels } = recordOf(entry, path);
  demand(typeof name === "string", `${path}.name`, name, "The name is missing.");
  if (kind === "number") return { kind, name: name as string };
  demand(kind === "category", `${path}.kind`, kind, "A covariate is a number or a category.");
  demand(typeof reference === "string", `${path}.reference`, reference, "The reference level is missing.");
  const texts = listOf(levels, `${path}.levels`);
  const all = texts.every((level) => typeof level === "string");
  demand(all, `${path}.levels`, levels, "Levels are texts.");
  return {
    kind: "category",
    name: name as string,
    reference: reference as string,
    levels: texts as readonly string[],
  };
}

function readCoefficient(entry: unknown, expected: string, path: string): void {
  const fields = recordOf(entry, path);
  demand(
    fields["name"] === expected,
    `${path}.name`,
    fields["name"],
    `This must be ${JSON.stringify(expected)}.`,
  );
  readNumber(fields["coefficient"], `${path}.coefficient`);
  readNumber(fields["hazardRatio"], `${path}.hazardRatio`);
  for (const field of ["standardError", "lower", "upper", "z", "pValue"]) {
    if (fields[field] !== null) readNumber(fields[field], `${path}.${field}`);
  }
}

function readBaseline(entry: unknown, size: number, path: string): void {
  const { stratum, until, rows } = recordOf(entry, path);
  const known = stratum === null || ["string", "number", "boolean"].includes(typeof stratum);
  demand(known, `${path}.stratum`, stratum, "The stratum is missing: null if there are none.");
  readNumber(until, `${path}.until`);
  let before = { time: 0, hazard: 0 };
  listOf(rows, `${path}.rows`).forEach((row, i) => {
    const at = `${path}.rows[${i}]`;
    const fields = recordOf(row, at);
    const time = readNumber(fields["time"], `${at}.time`);
    const hazard = readNumber(fields["cumulativeHazard"], `${at}.cumulativeHazard`);
    demand(time > before.time, `${at}.time`, time, "Times must ascend from above 0.");
    demand(hazard >= before.hazard, `${at}.cumulativeHazard`, hazard, "The hazard cannot fall.");
    const variance = readNumber(fields["variance"], `${at}.variance`);
    demand(variance >= 0, `${at}.variance`, variance, "A variance cannot be below 0.");
    readNumbers(fields["drift"], `${at}.drift`, size);
    before = { time, hazard };
  });
}

function demand(holds: boolean, field: string, value: unknown, message: string): void {
  if (holds) return;
  throw new DataError([{ code: "invalid_model", row: null, field, value: plainValue(value), message }]);
}

function recordOf(value: unknown, field: string): Readonly<Record<string, unknown>> {
  const hint = typeof value === "string" ? " Parse the text first: readCoxModel(JSON.parse(text))." : "";
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  demand(isRecord, field, value, `This is no record.${hint}`);
  return value as Readonly<Record<string, unknown>>;
}

function listOf(value: unknown, field: string): readonly unknown[] {
  demand(Array.isArray(value), field, value, "This is no list.");
  return value as readonly unknown[];
}

function readNumber(value: unknown, field: string): number {
  demand(typeof value === "number" && Number.isFinite(value), field, value, "This is no finite number.");
  return value as number;
}

function readNumbers(value: unknown, field: string, size: number): readonly number[] {
  const list = listOf(value, field);
  demand(list.length === size, field, value, `It must hold ${size} numbers.`);
  return list.map((entry, i) => readNumber(entry, `${field}[${i}]`));
}
