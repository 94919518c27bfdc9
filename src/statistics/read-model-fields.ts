import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";
import type { CoxCovariate } from "./cox-covariates.ts";

/** A covariate of a stored model. */
export function readModelCovariate(entry: unknown, i: number): CoxCovariate {
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

/** Refuses what is no covariance matrix of so many estimates. */
export function readCovariance(value: unknown, size: number): void {
  const covariance = listOf(value, "covariance");
  demand(covariance.length === size, "covariance", value, `It must have ${size} rows.`);
  covariance.forEach((row, i) => {
    const variance = readNumbers(row, `covariance[${i}]`, size)[i] as number;
    demand(variance >= 0, `covariance[${i}][${i}]`, variance, "A variance cannot be below 0.");
  });
}

/** Refuses a field of a model. */
export function demand(holds: boolean, field: string, value: unknown, message: string): void {
  if (holds) return;
  throw new DataError([{ code: "invalid_model", row: null, field, value: plainValue(value), message }]);
}

/** Refuses what is no record; `reader` is the function that was called, if the record is all that it was given. */
export function recordOf(value: unknown, field: string, reader?: string): Readonly<Record<string, unknown>> {
  const isText = typeof value === "string" && reader !== undefined;
  const hint = isText ? ` Parse the text first: ${reader}(JSON.parse(text)).` : "";
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  demand(isRecord, field, value, `This is no record.${hint}`);
  return value as Readonly<Record<string, unknown>>;
}

/** Refuses what is no list. */
export function listOf(value: unknown, field: string): readonly unknown[] {
  demand(Array.isArray(value), field, value, "This is no list.");
  return value as readonly unknown[];
}

/** Refuses what is no finite number. */
export function readNumber(value: unknown, field: string): number {
  demand(typeof value === "number" && Number.isFinite(value), field, value, "This is no finite number.");
  return value as number;
}

/** Refuses what is no list of so many finite numbers. */
export function readNumbers(value: unknown, field: string, size: number): readonly number[] {
  const list = listOf(value, field);
  demand(list.length === size, field, value, `It must hold ${size} numbers.`);
  return list.map((entry, i) => readNumber(entry, `${field}[${i}]`));
}
