import { checkFigures } from "../rows/finite-figures.ts";
import { checkNames, checkNumber } from "../rows/options.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import { changedRetention } from "./changed-retention.ts";
import { constantRetentionValue } from "./constant-retention-value.ts";
import { discountRateOf } from "./discount-per-period.ts";
import type { FirstMargin } from "./first-margin.ts";
import { geometricPower, oneMinusRatio } from "./geometric-sum.ts";

/** What customers bring and how they stay, and by how much that is to change. */
export interface RetentionImpactOptions {
  /** Margin of a customer per period. */
  readonly margin: number;
  /** Share of the customers that stays from one period to the next, 0 to 1. */
  readonly retentionRate: number;
  /** Discount rate per year, 0 to 1, whatever the length of a period. */
  readonly discountRate: number;
  /** When the first margin is paid. There is no default. */
  readonly firstMargin: FirstMargin;
  /** Length of a period. Default `"year"`. */
  readonly period?: CalendarPeriod;
  /** Margins that are counted at most. Default: for as long as the customer stays. */
  readonly periods?: number;
  /** By how much retention is to change, e.g. 0.05 for five points; below 0 for a fall. Default 0.05. */
  readonly points?: number;
  /** Customers won per period, which decides how many there are in the long run. Default: none, and no profit of the base. */
  readonly newCustomers?: number;
  /** Costs of the base per period that do not depend on the number of customers. Default 0. */
  readonly fixedCost?: number;
}

/** A figure before and after the change. */
export interface RetentionChange {
  readonly before: number;
  readonly after: number;
  /** After − before. */
  readonly change: number;
  /** Change ÷ before; `null` unless that is above 0. */
  readonly relativeChange: number | null;
}

/** What a change of retention does. */
export interface RetentionImpact {
  readonly retentionRate: RetentionChange;
  /** Discounted value of a customer. */
  readonly lifetimeValue: RetentionChange;
  /** Mean number of periods that a customer stays, 1 ÷ (1 − retention); `null` if nobody ever leaves. */
  readonly duration: RetentionChange | null;
  /** Change of the value per unit of retention, at the rate as it is: one point is a hundredth of it. */
  readonly slope: number;
  /** Relative change of the value per relative change of retention, at the rate as it is; `null` if the value is 0. */
  readonly elasticity: number | null;
  /** Customers in the long run, new ÷ (1 − retention); `null` unless new customers are told and some leave. */
  readonly customers: RetentionChange | null;
  /** Margin of all customers in the long run less the fixed cost, per period; `null` as above. */
  readonly baseProfit: RetentionChange | null;
}

const NAMES = {
  margin: true,
  retentionRate: true,
  discountRate: true,
  firstMargin: true,
  period: true,
  periods: true,
  points: true,
  newCustomers: true,
  fixedCost: true,
} satisfies Record<keyof RetentionImpactOptions, true>;

/**
 * What some points more of retention are worth: to the value of a customer, and to the profit of the base in the long run.
 *
 * "Five points more retention raise profit by 25 to 95 percent" is a claim about a base and its fixed costs; this tells what is true of yours. The
 * base is the one that settles in the long run with so many new customers per period; what it costs to raise retention is not deducted.
 *
 * @param options - `margin` per period, `retentionRate` per period, `discountRate` per year, `firstMargin`; `points` (default 0.05), `period`,
 *   `periods`, `newCustomers` per period, `fixedCost` per period.
 * @returns Retention, value, duration, customers and profit before and after, with slope and elasticity of the value.
 * @throws {@link DataError} for options that are none, if the retention after the change is no share, or if the value has no limit.
 * @see Reichheld & Sasser (1990), "Zero defections", Harvard Business Review 68(5), for the claim; Gupta, Lehmann & Stuart (2004), "Valuing
 *   customers", Journal of Marketing Research 41(1), for the elasticity.
 *
 * @example
 * import { retentionImpact } from "clientele";
 *
 * const impact = retentionImpact({
 *   margin: 100,
 *   retentionRate: 0.8,
 *   discountRate: 0.1,
 *   firstMargin: "deferred",
 *   newCustomers: 1000,
 *   fixedCost: 400_000,
 * });
 * impact.lifetimeValue; // => { before: 266.667, after: 340.000, change: 73.333, relativeChange: 0.275 }
 * impact.elasticity; // => 3.6667
 * impact.baseProfit?.relativeChange; // => 1.6667
 */
export function retentionImpact(options: RetentionImpactOptions): RetentionImpact {
  checkNames("options", options, NAMES);
  const { points = 0.05, newCustomers, fixedCost = 0, ...value } = options;
  checkNumber("points", points, { least: -1, most: 1 });
  if (newCustomers !== undefined) checkNumber("newCustomers", newCustomers, { least: 0 });
  checkNumber("fixedCost", fixedCost);
  const before = constantRetentionValue({ ...value, listPeriods: 0 }).value;
  const r = value.retentionRate;
  const raised = changedRetention(r, points, "points");
  const after = constantRetentionValue({ ...value, retentionRate: raised, listPeriods: 0 }).value;
  const slope = slopeOf(value);
  const leave = r < 1 && raised < 1;
  const base =
    leave && newCustomers !== undefined
      ? ([newCustomers / (1 - r), newCustomers / (1 - raised)] as const)
      : null;
  const profitOf = (customers: number): number => customers * value.margin - fixedCost;
  const lifetimeValue = changeOf(before, after);
  const elasticity = before === 0 ? null : (slope * r) / before;
  const baseProfit = base && changeOf(profitOf(base[0]), profitOf(base[1]));
  checkFigures("margin", slope, elasticity, lifetimeValue.change, lifetimeValue.relativeChange);
  if (baseProfit !== null) checkFigures("newCustomers", baseProfit.change, baseProfit.relativeChange);
  return {
    retentionRate: changeOf(r, raised),
    lifetimeValue,
    duration: leave ? changeOf(1 / (1 - r), 1 / (1 - raised)) : null,
    slope,
    elasticity,
    customers: base && changeOf(...base),
    baseProfit,
  };
}

function changeOf(before: number, after: number): RetentionChange {
  const change = after - before;
  return { before, after, change, relativeChange: before > 0 ? change / before : null };
}

/**
 * The derivative of the value by the retention rate.
 *
 * With q = r ÷ (1+d) it is m ÷ (1+d) times the derivative of Σ q^t by q, for which t begins with 0 or 1.
 */
function slopeOf({
  margin,
  retentionRate,
  discountRate,
  firstMargin,
  period = "year",
  periods = Number.POSITIVE_INFINITY,
}: RetentionImpactOptions): number {
  const rate = discountRateOf(discountRate, period);
  const p = oneMinusRatio(retentionRate, rate, 0);
  // Σ t·q^(t−1) over the exponents 1 to n.
  const n = firstMargin === "immediate" ? periods - 1 : periods;
  return (margin / (1 + rate)) * sumOfMultiples(p, n);
}

/** Σ t·q^(t−1) over t = 1 … n, with p = 1 − q. */
function sumOfMultiples(p: number, n: number): number {
  if (n === Number.POSITIVE_INFINITY) return 1 / (p * p);
  if (n * p >= 1) return (1 - (1 + n * p) * geometricPower(p, n)) / (p * p);
  // There the closed form cancels: Σ (k+1) · C(n+1, k+2) · (−p)^k.
  let term = (n * (n + 1)) / 2;
  let sum = 0;
  for (let k = 0; k < SERIES_TERMS; k++) {
    sum += (k + 1) * term;
    term *= (-p * (n - 1 - k)) / (k + 3);
  }
  return sum;
}

/** Terms fall at least like 1 ÷ (k+2)!. */
const SERIES_TERMS = 24;
