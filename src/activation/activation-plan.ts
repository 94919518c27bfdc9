import type { CustomerId } from "../rows/customer-id.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { ActivationCandidate } from "./activation-candidate.ts";

/** What a plan needs to know of a candidate; `activationCandidates` makes such rows, and a list of your own may. */
export type ActivationTarget = Pick<ActivationCandidate, "customerId" | "measure" | "valueAtStake"> &
  Partial<Pick<ActivationCandidate, "kind">>;

/** What may be spent on contacts: money, hours of work, or a number of contacts. */
export type ActivationBudget =
  | { readonly money: number }
  | { readonly hours: number }
  | { readonly contacts: number };

/**
 * Why somebody is not contacted; the first that fits.
 *
 * - `"no-consent"`: there is no consent (Einwilligung);
 * - `"cool-down"`: he was contacted too recently;
 * - `"not-worthwhile"`: probability × value at stake does not exceed the cost of the contact;
 * - `"budget"`: it would pay, but the budget is better spent on others.
 */
export type ActivationExclusion = "no-consent" | "cool-down" | "not-worthwhile" | "budget";

/** The reasons in their order. */
export const ACTIVATION_EXCLUSIONS: readonly ActivationExclusion[] = [
  "no-consent",
  "cool-down",
  "not-worthwhile",
  "budget",
];

/** A contact to make. */
export interface PlannedContact extends ActivationTarget {
  /** Place in the list, from 1: by expected profit per unit of the budget. */
  readonly rank: number;
  /** Probability that the measure succeeds. */
  readonly probability: number;
  /** What the contact costs, in money. */
  readonly cost: number;
  /** Hours of work; `null` if the measure names none. */
  readonly hours: number | null;
  /** Probability × value at stake × margin rate − cost. */
  readonly expectedProfit: number;
  /** Expected profit per unit of the budget: per unit of money, hour or contact; `null` if the contact takes nothing of it. */
  readonly profitPerUnit: number | null;
}

/** A candidate who is not contacted. */
export interface ExcludedCandidate {
  readonly customerId: CustomerId;
  readonly reason: ActivationExclusion;
}

/** How many are not contacted for a reason, and what they were expected to bring. */
export interface ExclusionCount {
  readonly reason: ActivationExclusion;
  readonly customers: number;
  /** Sum of their expected profits. */
  readonly expectedProfit: number;
}

/** Sums over the contacts of a plan. */
export interface PlannedEffort {
  readonly contacts: number;
  /** In money. */
  readonly cost: number;
  /** Hours of the measures that name some. */
  readonly hours: number;
  /** Sum of the probabilities. */
  readonly expectedActivations: number;
  readonly expectedProfit: number;
  /** What is used of the budget, in its own unit. */
  readonly used: number;
}

/** Whom to contact, how, and whom not. */
export interface ActivationPlan {
  readonly asOf: IsoDate;
  readonly budget: ActivationBudget;
  /** Candidates that were looked at: contacts and excluded ones together. */
  readonly candidates: number;
  /** The contacts to make, by descending profit per unit of the budget, equal ones in the order of the candidates. */
  readonly rows: readonly PlannedContact[];
  /** Who is left out, and why, in the order of the candidates. */
  readonly excluded: readonly ExcludedCandidate[];
  /** One row for each reason. */
  readonly exclusions: readonly ExclusionCount[];
  readonly totals: PlannedEffort;
  /** No choice within the budget can be expected to bring more: the profit if contacts could be made in part. */
  readonly bound: number;
  /** Whether no other choice within the budget is expected to bring more; if not, `bound` says how much more there might be. */
  readonly exact: boolean;
  /** What one more unit of the budget would bring at the edge, if contacts could be made in part; 0 if there is room for all. */
  readonly shadowPrice: number;
  readonly warnings: readonly ActivationPlanWarning[];
}

/**
 * What makes a plan doubtful.
 *
 * - `consent-of-nobody`: ids were given as consent, but none is a candidate's: they may be written in another way.
 */
export type ActivationPlanWarningCode = "consent-of-nobody";

/** A doubt that stops nothing, as data. */
export interface ActivationPlanWarning {
  readonly code: ActivationPlanWarningCode;
  /** How many candidates it concerns. */
  readonly customers: number;
  /** What it means, in English. */
  readonly message: string;
}
