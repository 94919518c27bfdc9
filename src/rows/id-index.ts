import type { CustomerId } from "./customer-id.ts";

// Codes of values that are no id.
export const MISSING_ID = -1;
export const INVALID_ID = -2;

/** What an id may be: text that is not empty, or a finite number. */
export function idFault(value: unknown): typeof MISSING_ID | typeof INVALID_ID | 0 {
  if (typeof value === "string") return value === "" ? MISSING_ID : 0;
  if (typeof value === "number") return Number.isFinite(value) ? 0 : INVALID_ID;
  return value === null || value === undefined ? MISSING_ID : INVALID_ID;
}

/** Gives ids running numbers in the order in which they first appear. */
export class IdIndex {
  readonly ids: CustomerId[] = [];
  readonly #codes = new Map<unknown, number>();

  /** The code of an id; below 0 if the value is none. */
  codeOf(value: unknown): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const fault = idFault(value);
    if (fault !== 0) return fault;
    const code = this.ids.length;
    // A key −0 is stored as 0, and so is the id.
    this.ids.push(value === 0 ? 0 : (value as CustomerId));
    this.#codes.set(value, code);
    return code;
  }
}
