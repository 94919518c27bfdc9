import { frozen } from "../rows/frozen.ts";
import { coefficientNames } from "./cox-covariates.ts";
import type { CoxModel } from "./cox-model.ts";
import {
  demand,
  listOf,
  readCovariance,
  readModelCovariate,
  readNumber,
  readNumbers,
  recordOf,
} from "./read-model-fields.ts";

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
  const model = recordOf(json, "model", "readCoxModel");
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
  const covariates = listOf(model["covariates"], "covariates").map(readModelCovariate);
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
  readCovariance(model["covariance"], names.length);
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
