import type { DataError } from "../rows/data-error.ts";
import { invalidOption } from "../rows/options.ts";
import type { ChunkedColumn } from "./column-chunk.ts";

/** The error of a column whose type cannot be read. */
export function chunkedTypeError({ column, name, typeName }: ChunkedColumn, readable: string): DataError {
  const message = `The column ${JSON.stringify(name)} holds ${typeName}. Read as ${column} are ${readable}: convert it before, as with CAST in SQL.`;
  return invalidOption(`columns.${column}`, name, message);
}
