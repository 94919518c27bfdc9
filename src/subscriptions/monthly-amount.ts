import { checkNumber, checkOption } from "../rows/options.ts";
import { type Duration, durationTrouble } from "../time/duration.ts";
import { daysPerUnit } from "../time/unit.ts";

/**
 * The price of a month, from a price for any other billing period.
 *
 * A year is 12 months; a week is 7 days, and a month 365.2425 ÷ 12 days.
 *
 * @param price - What is paid for each billing period, 0 or more, in any currency.
 * @param every - The billing period, such as `{ years: 1 }`, `{ months: 3 }` or `{ weeks: 4 }`.
 * @returns The price per month, in the same currency, not rounded.
 * @throws {@link DataError} if the price is below 0 or the duration is none.
 *
 * @example
 * import { monthlyAmount } from "clientele";
 *
 * monthlyAmount(600, { years: 1 }); // => 50
 * monthlyAmount(7, { days: 7 }); // => 30.436875
 */
export function monthlyAmount(price: number, every: Duration): number {
  checkNumber("price", price, { least: 0 });
  checkOption("every", every, durationTrouble(every));
  const { days = 0, weeks = 0, months = 0, years = 0 } = every;
  return price / (12 * years + months + (7 * weeks + days) / daysPerUnit("month"));
}
