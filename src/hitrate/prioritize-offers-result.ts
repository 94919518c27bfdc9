import type { CustomerId } from "../rows/customer-id.ts";
import type { IsoDate } from "../time/civil-day.ts";

/** Whether effort goes into an offer, or it is left alone for now. */
export type OfferDecision = "pursue" | "leave";

/**
 * Why.
 *
 * - `"pursued"`: it is expected to bring more than it costs, and there is room for it;
 * - `"capacity"`: it would, but the capacity is better spent on others;
 * - `"unprofitable"`: probability × margin does not exceed the cost;
 * - `"no-margin"`: an order would bring nothing, however likely it were.
 */
export type OfferDecisionReason = "pursued" | "capacity" | "unprofitable" | "no-margin";

/** The reasons in the order in which results list them. */
export const OFFER_DECISION_REASONS: readonly OfferDecisionReason[] = [
  "pursued",
  "capacity",
  "unprofitable",
  "no-margin",
];

/** An open offer with what it is expected to bring. */
export interface PrioritizedOffer {
  readonly offerId: CustomerId;
  /** `null` if the book names nobody. */
  readonly customerId: CustomerId | null;
  /** Probability that the offer is won. */
  readonly probability: number;
  /** What an order would contribute, in money. */
  readonly margin: number;
  /** What is still to be spent on the offer, in money: costs, and hours × cost per hour. */
  readonly cost: number;
  /** Hours of work that the offer still takes; `null` if the book has none. */
  readonly hours: number | null;
  /** Probability × margin − cost. */
  readonly expectedProfit: number;
  /** Expected profit ÷ hours; `null` without hours. */
  readonly profitPerHour: number | null;
  /** Cost ÷ margin: from this probability on the offer pays. Above 1 none would do; `null` if the margin is 0 or less. */
  readonly breakEvenProbability: number | null;
  readonly decision: OfferDecision;
  readonly reason: OfferDecisionReason;
}

/** Sums over offers. */
export interface OfferEffort {
  readonly offers: number;
  readonly cost: number;
  /** `null` if the book has no hours. */
  readonly hours: number | null;
  /** Sum of the probabilities. */
  readonly expectedOrders: number;
  readonly expectedProfit: number;
}

/** Sums over the offers with the same reason. */
export interface OfferEffortByReason extends OfferEffort {
  readonly reason: OfferDecisionReason;
}

/** What may be spent on offers. */
export type OfferCapacity = { readonly hours: number } | { readonly money: number };

/** Which open offers to pursue. */
export interface PrioritizedOffers {
  readonly asOf: IsoDate;
  /** `null` if there is room for all. */
  readonly capacity: OfferCapacity | null;
  /**
   * Every open offer, by descending expected profit per unit of the capacity (per hour if there is no capacity but there are hours, else in all); equal ones
   * as they stand in the book. What takes nothing of the capacity and brings something comes first.
   */
  readonly rows: readonly PrioritizedOffer[];
  readonly pursued: OfferEffort;
  /** One row for each reason, also if no offer has it: what was left, and what it would have brought. */
  readonly byReason: readonly OfferEffortByReason[];
  /** No choice within the capacity can be expected to bring more: the profit if offers could be pursued in part. */
  readonly bound: number;
  /** Whether no other choice within the capacity is expected to bring more; if not, `bound` says how much more there might be. */
  readonly exact: boolean;
  /** What one more hour (or unit of money) would bring at the edge, if offers could be pursued in part; 0 if there is room for all. */
  readonly shadowPrice: number;
  readonly warnings: readonly PriorityWarning[];
}

/**
 * What makes a ranking doubtful.
 *
 * - `no-costs`: the book has neither costs nor (with a cost per hour) hours, so that every offer with a margin looks worth pursuing.
 */
export type PriorityWarningCode = "no-costs";

/** A doubt that stops nothing, as data. */
export interface PriorityWarning {
  readonly code: PriorityWarningCode;
  /** How many offers it concerns. */
  readonly offers: number;
  /** What it means, in English. */
  readonly message: string;
}
