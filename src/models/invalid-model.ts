import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";

/** The error of a model that is none, or that cannot answer. */
export function invalidModel(field: string, value: unknown, message: string): DataError {
  return new DataError([{ code: "invalid_model", row: null, field, value: plainValue(value), message }]);
}
