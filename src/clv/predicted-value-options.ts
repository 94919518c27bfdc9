import { checkSpendModel } from "../models/expected-spend.ts";
import type { Model, Predictor, PurchaseModel, SpendModel } from "../models/models.ts";
import type { PurchaseHistory } from "../models/purchase-histories.ts";
import { kernelOf } from "../models/purchase-kernels.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import type { IsoDate } from "../time/civil-day.ts";
import { type Duration, durationTrouble } from "../time/duration.ts";
import type { TimeUnit } from "../time/unit.ts";
import { checkDiscountRate } from "./discount-per-period.ts";
import type { MarginRates } from "./margin-rates.ts";

/** A customer of whom a model can tell what is to come. */
export interface ValuedCustomer extends PurchaseHistory {
  readonly customerId: CustomerId;
  /** Mean amount of the repeat purchases; needed by a model of spend. */
  readonly monetaryValue?: number;
}

/** A base of customers: what `summarizeCustomers` or `summarizeOpportunities` returns, or the like. */
export interface ValuedBase<Customer extends ValuedCustomer> {
  readonly unit: TimeUnit;
  /** Day as of which they were summarised; months of the horizon are counted from it. */
  readonly asOf?: IsoDate | null;
  readonly rows: readonly Customer[];
}

/** A model, with the covariance of its parameters if intervals are wanted. */
export type ValuedModel<M extends Model> = Predictor<M> & Partial<Pick<Model, "covariance">>;

/** What to predict with, and how far. */
export interface PredictedValueOptions<Customer extends ValuedCustomer> extends ConfidenceOptions {
  /** Model of how often customers buy. */
  readonly purchases: ValuedModel<PurchaseModel>;
  /** Model of how much they spend per purchase, or what they spend: for all, or as a function of the customer. */
  readonly spend: ValuedModel<SpendModel> | number | ((customer: Customer) => number);
  /** How far to look, e.g. `{ months: 36 }`, or `"infinite"`: as long as customers buy (DERT). */
  readonly horizon: Duration | "infinite";
  /** Discount rate per year, 0 to 1, whatever the unit of the data. */
  readonly discountRate: number;
  /** Share of revenue that is margin, −1 to 1: for all, as a function of the customer, or rows `{ customerId, marginRate }`. */
  readonly marginRate: MarginRates<Customer>;
  /** Whether to tell how far the values can be trusted. The models must be fitted. Default `false`. */
  readonly intervals?: boolean;
  /**
   * Whether to tell the share of the customers that is still there in each period. Default `false`, since BG/NBD and MBG/NBD need an integral
   * for each customer and period.
   */
  readonly survival?: boolean;
  /** How many periods `perPeriod` lists. Default: all of the horizon, but at most 60; without end 12. */
  readonly listPeriods?: number;
}

const NAMES = {
  purchases: true,
  spend: true,
  horizon: true,
  discountRate: true,
  marginRate: true,
  intervals: true,
  survival: true,
  listPeriods: true,
  level: true,
} satisfies Record<keyof PredictedValueOptions<never>, true>;

/** Refuses options that cannot be used. */
export function checkPredictedValueOptions<Customer extends ValuedCustomer>(
  options: PredictedValueOptions<Customer>,
): void {
  checkNames("options", options, NAMES);
  const {
    purchases,
    spend,
    horizon,
    discountRate,
    intervals = false,
    survival = false,
    level = 0.95,
  } = options;
  kernelOf(purchases);
  if (typeof spend === "number") checkNumber("spend", spend, { least: 0 });
  else if (typeof spend !== "function") checkSpendModel(spend);
  if (horizon !== "infinite") checkOption("horizon", horizon, horizonTrouble(horizon));
  checkDiscountRate(discountRate);
  for (const [name, value] of [["intervals", intervals] as const, ["survival", survival] as const]) {
    checkOption(name, value, typeof value === "boolean" ? null : "This is neither true nor false.");
  }
  checkLevel(level);
}

function horizonTrouble(horizon: unknown): string | null {
  const trouble = durationTrouble(horizon);
  return trouble === null ? null : `${trouble} Or pass "infinite".`;
}
