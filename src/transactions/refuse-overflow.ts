import { DataError } from "../rows/data-error.ts";
import type { AmountTotals } from "./amount-totals.ts";

/** Sums of a log must stay finite, or revenue would silently become infinite further down. */
export function refuseOverflow({ turnover }: AmountTotals, field: string): void {
  if (Number.isFinite(turnover)) return;
  const message = "The values add up to more than a number can hold: use a larger unit of money.";
  throw new DataError([{ code: "amount_overflow", row: null, field, value: turnover, message }]);
}
