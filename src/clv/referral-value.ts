import { checkFigures } from "../rows/finite-figures.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { checkNames, checkNumber } from "../rows/options.ts";
import { checkDiscountRate } from "./discount-per-period.ts";
import { type GivenValue, moneyOf } from "./given-value.ts";

/** Customers who came because somebody told them to. */
export interface Referral {
  /** How many customers, 0 or more; expected numbers need not be whole. */
  readonly customers: number;
  /** Years from now until they come, 0 or more. Default 0. */
  readonly afterYears?: number;
}

/** What referred customers are worth, and what they would have cost. */
export interface ReferralValueOptions {
  /** Lifetime value of a referred customer when he comes: money, or a `LifetimeValue`. Acquisition cost not deducted. */
  readonly lifetimeValue: GivenValue;
  /** Share of the referred who would have come anyway, 0 to 1. There is no default: it decides the value. */
  readonly cameAnyway: number;
  /** What it costs to win a customer without a referral, 0 or more: saved by each referral. */
  readonly acquisitionCost: number;
  /** What a referral costs, such as a bonus for the one who refers. Default 0. */
  readonly referralCost?: number;
  /** Discount rate per year, 0 to 1. Default 0. */
  readonly discountRate?: number;
}

/** What referrals bring. */
export interface ReferralValue {
  /** Sum of the following, less the referral costs. */
  readonly value: number;
  /** Value of the customers who would not have come. */
  readonly fromNewCustomers: number;
  /** Acquisition cost that was saved for all of them. */
  readonly fromSavedCost: number;
  /** What the referrals cost. */
  readonly referralCost: number;
  /** Referred customers, not discounted. */
  readonly customers: number;
}

const NAMES = {
  lifetimeValue: true,
  cameAnyway: true,
  acquisitionCost: true,
  referralCost: true,
  discountRate: true,
} satisfies Record<keyof ReferralValueOptions, true>;

/**
 * The value of referrals (customer referral value, Referenzwert): the lifetime value of customers who came by recommendation, and the acquisition cost
 * that they saved.
 *
 * Those who would have come anyway bring no value that is new, but cost nothing to win either. What the referred refer in turn is not counted.
 *
 * @param referrals - Numbers of referred customers with the years until they come.
 * @param options - `lifetimeValue` of a referred customer, `cameAnyway` (share), `acquisitionCost` saved; `referralCost`, `discountRate` per year.
 * @returns `{ value, fromNewCustomers, fromSavedCost, referralCost, customers }`, discounted money.
 * @throws {@link DataError} for numbers that are none, or options that are none.
 * @see Kumar, Petersen & Leone (2010), "Driving profitability by encouraging customer referrals", Journal of Marketing 74(5).
 *
 * @example
 * import { referralValue } from "clientele";
 *
 * const options = { lifetimeValue: 400, cameAnyway: 0.25, acquisitionCost: 100, discountRate: 0.1 };
 * referralValue([{ customers: 2 }, { customers: 1, afterYears: 1 }], options);
 * // => { value: 1163.636, fromNewCustomers: 872.727, fromSavedCost: 290.909, referralCost: 0, customers: 3 }
 */
export function referralValue(referrals: Iterable<Referral>, options: ReferralValueOptions): ReferralValue {
  checkNames("options", options, NAMES);
  const { cameAnyway, acquisitionCost, referralCost = 0, discountRate = 0 } = options;
  const lifetimeValue = moneyOf(options.lifetimeValue);
  checkNumber("cameAnyway", cameAnyway, { least: 0, most: 1 });
  checkNumber("acquisitionCost", acquisitionCost, { least: 0 });
  checkNumber("referralCost", referralCost, { least: 0 });
  checkDiscountRate(discountRate);
  const rows = listOfRows(referrals, "referrals");
  let customers = 0;
  let discounted = 0;
  for (const [i, row] of rows.entries()) {
    checkNames(`referrals[${i}]`, row, { customers: true, afterYears: true });
    const { customers: number, afterYears = 0 } = row;
    checkNumber(`referrals[${i}].customers`, number, { least: 0 });
    checkNumber(`referrals[${i}].afterYears`, afterYears, { least: 0 });
    customers += number;
    discounted += number * (1 + discountRate) ** -afterYears;
  }
  const fromNewCustomers = discounted * (1 - cameAnyway) * lifetimeValue;
  const fromSavedCost = discounted * acquisitionCost;
  const cost = discounted * referralCost;
  checkFigures(
    "referrals",
    customers,
    fromNewCustomers,
    fromSavedCost,
    cost,
    fromNewCustomers + fromSavedCost,
  );
  return {
    value: fromNewCustomers + fromSavedCost - cost,
    fromNewCustomers,
    fromSavedCost,
    referralCost: cost,
    customers,
  };
}
