import { DataError } from "../rows/data-error.ts";

/** The error of a base that is too poor for a model. */
export function notEnoughData(message: string): DataError {
  return new DataError([{ code: "not_enough_data", row: null, field: "customers", value: null, message }]);
}
