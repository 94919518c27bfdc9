import { DataError } from "../../src/rows/data-error.ts";

/** The DataError that a call throws; anything else fails the test. */
export function dataErrorOf(call: () => unknown): DataError {
  try {
    call();
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error("Expected a DataError, but nothing was thrown.");
}
