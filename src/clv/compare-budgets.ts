import { checkFigures } from "../rows/finite-figures.ts";
import { checkNames, checkNumber } from "../rows/options.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import { changedRetention } from "./changed-retention.ts";
import { constantRetentionValue } from "./constant-retention-value.ts";
import type { FirstMargin } from "./first-margin.ts";

/** Money for winning customers, and what it wins. */
export interface AcquisitionBudget {
  /** Above 0. */
  readonly spend: number;
  /** Customers won by it who would not have come without. */
  readonly newCustomers: number;
}

/** Money for keeping customers, and what it keeps. */
export interface RetentionBudget {
  /** Above 0, for as long as the gain is to last. */
  readonly spend: number;
  /** Customers on whom it is spent. */
  readonly customers: number;
  /** By how much it raises their retention rate, e.g. 0.02. */
  readonly retentionGain: number;
}

/** What customers bring and how they stay, and the two uses of money. */
export interface CompareBudgetsOptions {
  /** Margin of a customer per period. */
  readonly margin: number;
  /** Share of the customers that stays from one period to the next, without the money. */
  readonly retentionRate: number;
  /** Discount rate per year, 0 to 1. */
  readonly discountRate: number;
  /** When a new customer pays first. There is no default. */
  readonly firstMargin: FirstMargin;
  /** Length of a period. Default `"year"`. */
  readonly period?: CalendarPeriod;
  /** Margins that are counted at most. Default: for as long as the customer stays. */
  readonly periods?: number;
  readonly acquisition: AcquisitionBudget;
  readonly retention: RetentionBudget;
}

/** What one use of money brings. */
export interface BudgetReturn {
  readonly spend: number;
  /** Customers won; or kept in the first period who would have left. */
  readonly customers: number;
  /** Spend ÷ customers: the cost of winning one, or of keeping one; `null` without any. */
  readonly costPerCustomer: number | null;
  /** Lifetime value that is won, or won back. */
  readonly valueGained: number;
  /** Value gained ÷ spend. */
  readonly perUnit: number;
}

/** Two uses of money beside each other. */
export interface BudgetComparison {
  readonly acquisition: BudgetReturn;
  readonly retention: BudgetReturn;
  /** Which brings more for a unit of money. */
  readonly better: "acquisition" | "retention" | "equal";
}

const NAMES = {
  margin: true,
  retentionRate: true,
  discountRate: true,
  firstMargin: true,
  period: true,
  periods: true,
  acquisition: true,
  retention: true,
} satisfies Record<keyof CompareBudgetsOptions, true>;

/**
 * What a unit of money brings if it is spent on winning customers, and what if it is spent on keeping them.
 *
 * A new customer brings his whole lifetime value; a customer who is there brings what higher retention adds to his future margins, the first of them a
 * period from now. Both returns are those of the money as it is spent now: more money rarely wins customers at the same price.
 *
 * @param options - `margin` per period, `retentionRate`, `discountRate` per year, `firstMargin` of new customers; `period`, `periods`; `acquisition`
 *   `{ spend, newCustomers }` and `retention` `{ spend, customers, retentionGain }`.
 * @returns Per use spend, customers, cost per customer, value gained and value per unit of money; and which is better.
 * @throws {@link DataError} for options that are none, or if the value has no limit.
 * @see Blattberg & Deighton (1996), "Manage marketing by the customer equity test", Harvard Business Review 74(4).
 *
 * @example
 * import { compareBudgets } from "clientele";
 *
 * const { acquisition, retention, better } = compareBudgets({
 *   margin: 100,
 *   retentionRate: 0.8,
 *   discountRate: 0.1,
 *   firstMargin: "immediate",
 *   acquisition: { spend: 50_000, newCustomers: 250 },
 *   retention: { spend: 50_000, customers: 2000, retentionGain: 0.05 },
 * });
 * acquisition.perUnit; // => 1.8333
 * retention.perUnit; // => 2.9333
 * retention.costPerCustomer; // => 500
 * better; // => "retention"
 */
export function compareBudgets(options: CompareBudgetsOptions): BudgetComparison {
  checkNames("options", options, NAMES);
  const { acquisition, retention, ...value } = options;
  checkNames("acquisition", acquisition, { spend: true, newCustomers: true });
  checkNames("retention", retention, { spend: true, customers: true, retentionGain: true });
  checkNumber("acquisition.spend", acquisition.spend, { above: 0 });
  checkNumber("acquisition.newCustomers", acquisition.newCustomers, { least: 0 });
  checkNumber("retention.spend", retention.spend, { above: 0 });
  checkNumber("retention.customers", retention.customers, { least: 0 });
  checkNumber("retentionRate", value.retentionRate, { least: 0, most: 1 });
  const { retentionGain } = retention;
  checkNumber("retention.retentionGain", retentionGain, { least: 0, most: 1 });
  const raised = changedRetention(value.retentionRate, retentionGain, "retention.retentionGain");

  const newValue = constantRetentionValue({ ...value, listPeriods: 0 }).value;
  const laterValue = (retentionRate: number): number =>
    constantRetentionValue({ ...value, retentionRate, firstMargin: "deferred", listPeriods: 0 }).value;
  const added = laterValue(raised) - laterValue(value.retentionRate);
  const won = returnOf(acquisition.spend, acquisition.newCustomers, acquisition.newCustomers * newValue);
  const kept = returnOf(retention.spend, retention.customers * retentionGain, retention.customers * added);
  checkFigures("acquisition", won.valueGained, won.perUnit, won.costPerCustomer);
  checkFigures("retention", kept.valueGained, kept.perUnit, kept.costPerCustomer);
  const better =
    won.perUnit > kept.perUnit ? "acquisition" : won.perUnit < kept.perUnit ? "retention" : "equal";
  return { acquisition: won, retention: kept, better };
}

function returnOf(spend: number, customers: number, valueGained: number): BudgetReturn {
  const costPerCustomer = customers > 0 ? spend / customers : null;
  return { spend, customers, costPerCustomer, valueGained, perUnit: valueGained / spend };
}
