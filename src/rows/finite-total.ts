import { DataError } from "./data-error.ts";

/** A total of money or hours; refuses one that is no finite number any more, or it would silently spread further down. */
export function finiteTotal(total: number, field: string): number {
  if (Number.isFinite(total)) return total;
  const message = "The values add up to more than a number can hold: use a larger unit.";
  throw new DataError([{ code: "amount_overflow", row: null, field, value: null, message }]);
}
