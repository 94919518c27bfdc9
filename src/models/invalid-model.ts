import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";

/** The error of a model that is none, or that cannot answer. */
export function invalidModel(field: string, value: unknown, message: string): DataError {
  return new DataError([{ code: "invalid_model", row: null, field, value: plainValue(value), message }]);
}

/** Refuses parameters that are not all finite numbers above 0. */
export function checkPositive(parameters: unknown, names: readonly string[]): void {
  const given: Readonly<Record<string, unknown>> = { ...(parameters as object) };
  for (const name of names) {
    const value = given[name];
    if (!(typeof value === "number" && value > 0 && value < Number.POSITIVE_INFINITY))
      throw invalidModel(`parameters.${name}`, value, "The parameter must be a finite number above 0.");
  }
}
