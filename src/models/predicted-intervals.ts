import type { CustomerId } from "../rows/customer-id.ts";
import type { Stretch } from "./horizon.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type { PurchaseHistories, WeightedHistory } from "./purchase-histories.ts";

/** A probability and where it lies with a given confidence. */
export interface ProbabilityInterval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** A number of purchases and where it lies with a given confidence. */
export interface PurchasesInterval extends ProbabilityInterval {
  /** Of the expectation, or standard deviation of the purchases, as asked. */
  readonly standardError: number;
}

/** What is predicted of a customer. */
export interface CustomerIntervals {
  /** As in the row, if it is there. */
  readonly customerId?: CustomerId;
  readonly probabilityAlive: ProbabilityInterval;
  readonly expectedPurchases: PurchasesInterval;
}

/** What is predicted of each customer and of the base. */
export interface PredictionIntervals {
  /** In the order of the customers; where a row stands for several, of one of them. */
  readonly rows: readonly CustomerIntervals[];
  /** Of all customers together. */
  readonly total: PurchasesInterval;
}

/** A history that may say whose it is. */
export interface IdentifiedHistory extends WeightedHistory {
  readonly customerId?: CustomerId;
}

/** Histories of a base; those of summaries bring the customers' ids. */
export interface IdentifiedHistories extends PurchaseHistories {
  readonly rows: readonly IdentifiedHistory[];
}

/** What is to be told of customers that were checked. */
export interface IntervalTask {
  readonly model: Predictor<PurchaseModel>;
  /** The model's estimates in logarithms, and their covariance. */
  readonly point: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly stretch: Stretch;
  readonly level: number;
}
