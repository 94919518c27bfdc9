import { checkFigures } from "../rows/finite-figures.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { customersOf, type GivenValue, isLifetimeValue, moneyOf } from "./given-value.ts";
import type { LifetimeValue } from "./lifetime-value.ts";

/** What a customer is worth against what he cost. */
export interface AcquisitionReturn {
  readonly lifetimeValue: number;
  readonly acquisitionCost: number;
  /** Lifetime value ÷ acquisition cost (CLV : CAC); `null` if there is no cost. */
  readonly ratio: number | null;
  /** Lifetime value − acquisition cost. */
  readonly netValue: number;
  /** Net value ÷ acquisition cost; `null` if there is no cost. */
  readonly returnOnInvestment: number | null;
}

/**
 * What winning a customer brings for what it costs: the ratio CLV : CAC, and the return on the money.
 *
 * The value must be one from which the cost has not been deducted, a margin and not revenue; with revenue the ratio flatters. Three to one is a rule of
 * thumb of venture capital; above one it pays, however long it takes (see `paybackPeriod`).
 *
 * @param given - The lifetime value of a customer (money, or a `LifetimeValue`; of a base its mean).
 * @param options - `acquisitionCost` of a customer, 0 or more.
 * @returns `{ lifetimeValue, acquisitionCost, ratio, netValue, returnOnInvestment }`.
 * @throws {@link DataError} if value or cost is no amount.
 *
 * @example
 * import { acquisitionReturn } from "clientele";
 *
 * acquisitionReturn(750, { acquisitionCost: 250 }); // => { lifetimeValue: 750, acquisitionCost: 250, ratio: 3, netValue: 500, returnOnInvestment: 2 }
 */
export function acquisitionReturn(
  given: GivenValue,
  options: { readonly acquisitionCost: number },
): AcquisitionReturn {
  checkNames("options", options, { acquisitionCost: true });
  const lifetimeValue = moneyOf(given);
  const { acquisitionCost } = options;
  checkNumber("acquisitionCost", acquisitionCost, { least: 0 });
  const netValue = lifetimeValue - acquisitionCost;
  if (acquisitionCost > 0) checkFigures("acquisitionCost", netValue, lifetimeValue / acquisitionCost);
  return {
    lifetimeValue,
    acquisitionCost,
    ratio: acquisitionCost > 0 ? lifetimeValue / acquisitionCost : null,
    netValue,
    returnOnInvestment: acquisitionCost > 0 ? netValue / acquisitionCost : null,
  };
}

/** What a customer must bring for his cost to be accepted. */
export interface MaximumAcquisitionCostOptions {
  /** Lifetime value per unit of cost that is asked for, above 0; 1 breaks even. Default 1. */
  readonly ratio?: number;
  /** The cost must be paid back by this period of the `LifetimeValue`, discounted. Default: whenever. */
  readonly paidBackBy?: number;
}

const MAXIMUM_NAMES = { ratio: true, paidBackBy: true } satisfies Record<
  keyof MaximumAcquisitionCostOptions,
  true
>;

/**
 * The highest acquisition cost at which a customer still pays: his lifetime value ÷ the ratio that is asked for, or what he has brought by a period if
 * that is less.
 *
 * @param given - The lifetime value of a customer (money, or a `LifetimeValue`; of a base its mean).
 * @param options - `ratio` (default 1), `paidBackBy` (a period of the `LifetimeValue`).
 * @returns Money; 0 if the customer brings nothing.
 * @throws {@link DataError} if the value is none, for options that are none, or if the `LifetimeValue` does not list the period.
 *
 * @example
 * import { constantRetentionValue, maximumAcquisitionCost } from "clientele";
 *
 * const value = constantRetentionValue({ margin: 100, retentionRate: 0.8, discountRate: 0.1, firstMargin: "deferred" });
 * maximumAcquisitionCost(value); // => 266.667
 * maximumAcquisitionCost(value, { ratio: 3 }); // => 88.889
 * maximumAcquisitionCost(value, { paidBackBy: 2 }); // => 125.6198
 */
export function maximumAcquisitionCost(
  given: GivenValue,
  options: MaximumAcquisitionCostOptions = {},
): number {
  checkNames("options", options, MAXIMUM_NAMES);
  const { ratio = 1, paidBackBy } = options;
  checkNumber("ratio", ratio, { above: 0 });
  const most = moneyOf(given) / ratio;
  checkFigures("ratio", most);
  const within = paidBackBy === undefined ? most : Math.min(most, broughtBy(given, paidBackBy));
  return Math.max(0, within);
}

/** The most that the listed margins ever add up to by a period. */
function broughtBy(given: GivenValue, period: number): number {
  checkNumber("paidBackBy", period, { least: 0, whole: true });
  checkOption(
    "paidBackBy",
    period,
    isLifetimeValue(given) ? null : "An amount says nothing of periods: pass a LifetimeValue.",
  );
  const value = given as LifetimeValue;
  const { perPeriod, rest } = value;
  const customers = customersOf(value, "lifetimeValue");
  const last = perPeriod.at(-1)?.period ?? -1;
  const listed = period <= last || rest === 0;
  checkOption("paidBackBy", period, listed ? null : `The value lists its periods up to ${last} only.`);
  let cumulative = 0;
  let most = 0;
  for (const row of perPeriod) {
    if (row.period > period) break;
    cumulative += row.value / customers;
    most = Math.max(most, cumulative);
  }
  return most;
}
