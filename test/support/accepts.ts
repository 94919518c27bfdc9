import { DataError } from "../../src/rows/data-error.ts";

/** Whether a door lets something in; anything but its refusal is thrown on. */
export function accepts(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch (error) {
    if (error instanceof DataError) return false;
    throw error;
  }
}
