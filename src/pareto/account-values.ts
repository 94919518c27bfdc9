import { CompensatedSums } from "../math/compensated-sums.ts";
import { DataError } from "../rows/data-error.ts";
import { type AccountOrder, descendingOrder } from "./account-order.ts";

/** What customers are worth, as a whole and one after the other. */
export interface AccountValues {
  readonly values: Float64Array;
  /** From the greatest value down. */
  readonly order: AccountOrder;
  /** The sum of all values, net of negative ones. */
  readonly total: number;
  readonly negative: { readonly customers: number; readonly value: number };
}

/** Adds the values up in descending order, so that no sum depends on the order of the rows; refuses sums that are not finite. */
export function accountValues(values: Float64Array): AccountValues {
  const order = descendingOrder(values);
  const sums = new CompensatedSums(2);
  let customers = 0;
  let size = 0;
  for (const row of order.rows) {
    const value = values[row] as number;
    sums.add(0, value);
    size += Math.abs(value);
    if (value >= 0) continue;
    sums.add(1, value);
    customers += 1;
  }
  if (!Number.isFinite(size)) {
    const message =
      "The values add up to more than a number can hold: count in a larger unit, e.g. in thousands.";
    throw new DataError([{ code: "amount_overflow", row: null, field: "value", value: null, message }]);
  }
  return { values, order, total: sums.at(0), negative: { customers, value: sums.at(1) } };
}

/** A part of a total; `null` if there is no total above 0. */
export function shareOf(part: number, total: number): number | null {
  return total > 0 ? part / total : null;
}

/** Shares that should be equal differ by this much at most, for rounding. */
const ROUNDING = 1e-12;

/** Whether a part is at least a share of a total above 0, however the division rounds. */
export function reaches(part: number, share: number, total: number): boolean {
  return part / total >= share - ROUNDING;
}
