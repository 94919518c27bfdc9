import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { checkAcquisitionCost, concludeValue } from "./conclude-value.ts";
import { checkDiscountRate } from "./discount-per-period.ts";
import { checkFirstMargin, type FirstMargin } from "./first-margin.ts";
import type { LifetimeValue, LifetimeValuePeriod } from "./lifetime-value.ts";

/** The averages that the formula multiplies. */
export interface FormulaValueOptions {
  readonly purchasesPerYear: number;
  /** Mean amount of a purchase. */
  readonly averagePurchaseValue: number;
  /** Share of revenue that is margin, −1 to 1. */
  readonly marginRate: number;
  /** How long a customer stays, in years; at most 1000. */
  readonly years: number;
  /** What it costs to win the customer; deducted in `netValue`. */
  readonly acquisitionCost?: number;
  /** Discount rate per year, 0 to 1. Default 0, as the formula is mostly used. */
  readonly discountRate?: number;
  /** Needed with a discount rate: whether a year's margin counts at its beginning (`"immediate"`) or at its end (`"deferred"`). */
  readonly firstMargin?: FirstMargin;
}

const NAMES = {
  purchasesPerYear: true,
  averagePurchaseValue: true,
  marginRate: true,
  years: true,
  acquisitionCost: true,
  discountRate: true,
  firstMargin: true,
} satisfies Record<keyof FormulaValueOptions, true>;

const MOST_YEARS = 1000;

/**
 * The lifetime value by the formula of averages: purchases per year × average purchase value × margin rate × years.
 *
 * All customers are taken to buy alike and to stay equally long. Where they do not, averages of different things are multiplied, and the
 * product may lie far off on either side. What it cost to win the customer is deducted in `netValue`.
 *
 * @param options - `purchasesPerYear`, `averagePurchaseValue` (money), `marginRate` (−1 to 1), `years`; `acquisitionCost` (money);
 *   `discountRate` per year, default 0, and with it `firstMargin`.
 * @returns A `LifetimeValue` of one customer with a row per year, the last of which may be a part of one; without discounting years count
 *   from 1.
 * @throws {@link DataError} for options that are none, or a discount rate without `firstMargin`.
 *
 * @example
 * import { formulaValue } from "clientele";
 *
 * const averages = { purchasesPerYear: 4, averagePurchaseValue: 60, marginRate: 0.3, years: 2.5, acquisitionCost: 50 };
 * const { value, netValue } = formulaValue(averages);
 * value; // => 180
 * netValue; // => 130
 * formulaValue({ ...averages, discountRate: 0.1, firstMargin: "deferred" }).value; // => 153.33
 */
export function formulaValue(options: FormulaValueOptions): LifetimeValue {
  checkNames("options", options, NAMES);
  const { purchasesPerYear, averagePurchaseValue, marginRate, years, acquisitionCost } = options;
  const { discountRate = 0, firstMargin } = options;
  checkNumber("purchasesPerYear", purchasesPerYear, { least: 0 });
  checkNumber("averagePurchaseValue", averagePurchaseValue, { least: 0 });
  checkNumber("marginRate", marginRate, { least: -1, most: 1 });
  checkNumber("years", years, { least: 0, most: MOST_YEARS });
  checkDiscountRate(discountRate);
  checkAcquisitionCost(acquisitionCost);
  if (firstMargin !== undefined || discountRate > 0) checkFirstMargin(firstMargin);
  const yearly = purchasesPerYear * averagePurchaseValue * marginRate;
  checkOption("averagePurchaseValue", averagePurchaseValue, Number.isFinite(yearly) ? null : TOO_LARGE);
  const timing = firstMargin ?? "deferred";
  const perPeriod = yearlyMargins(yearly, years, discountRate, timing);
  return concludeValue(
    {
      value: discountRate === 0 ? yearly * years : perPeriod.reduce((sum, { value }) => sum + value, 0),
      undiscounted: yearly * years,
      perPeriod,
      rest: 0,
      assumptions: {
        method: "formula",
        customers: 1,
        period: "year",
        discountRate,
        firstMargin: timing,
        horizon: years,
        inputs: { purchasesPerYear, averagePurchaseValue, marginRate },
      },
      interval: null,
    },
    { acquisitionCost, path: "averagePurchaseValue" },
  );
}

const TOO_LARGE = "A year's margin is larger than a number can hold: use a larger unit of money.";

/** A part of a year at the end counts when that part is over. */
function yearlyMargins(
  yearly: number,
  years: number,
  discountRate: number,
  timing: FirstMargin,
): LifetimeValuePeriod[] {
  return Array.from({ length: Math.ceil(years) }, (_, year) => {
    const part = Math.min(1, years - year);
    const margin = yearly * part;
    const factor = (1 + discountRate) ** -(timing === "immediate" ? year : year + part);
    return {
      period: timing === "immediate" ? year : year + 1,
      survival: 1,
      margin,
      factor,
      value: margin * factor,
    };
  });
}
