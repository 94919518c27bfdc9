import type { GroupValue } from "../rows/group-value.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { Duration } from "../time/duration.ts";

/** How many of some customers responded within the window. */
export interface ResponseRate {
  /** Customers whose window is over. */
  readonly customers: number;
  /** Those of them who responded within it. */
  readonly activated: number;
  /** Customers whose window is not over; they are in no rate. */
  readonly pending: number;
  /** Those of them who have responded so far. */
  readonly pendingActivated: number;
  /** Activated ÷ customers; `null` without customers. */
  readonly rate: number | null;
  /** Limits of Wilson's interval of the rate. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What came of the contacts, in all or of one group. Money and rates are of customers whose window is over. */
export interface ActivationResponse extends ResponseRate {
  /** Customers who were not contacted, to compare with; `null` without control. */
  readonly control: ResponseRate | null;
  /** Rate of the contacted less rate of the control; `null` without either. */
  readonly uplift: number | null;
  /** Limits of Newcombe's interval of the uplift. */
  readonly upliftLower: number | null;
  readonly upliftUpper: number | null;
  /** Uplift × customers: activations that would not have come by themselves, may be below 0. */
  readonly incrementalActivations: number | null;
  /** Costs of the contacts, in money; `null` if none are known. In all, fixed costs are included. */
  readonly cost: number | null;
  /** Cost ÷ activated; `null` without costs or activations. */
  readonly costPerActivation: number | null;
  /** Cost ÷ incremental activations; `null` unless these are above 0. */
  readonly costPerIncrementalActivation: number | null;
  /** What the activated brought within the window (amounts × margin rate), or the given values of them; `null` if nothing is known of either. */
  readonly value: number | null;
  /** Value − cost (win-back value, Rückgewinnungswert); without known costs the value itself. */
  readonly winBackValue: number | null;
  /** Value less what as many customers of the control brought; `null` without control. */
  readonly incrementalValue: number | null;
  /** Incremental value − cost: what the contacts earned that would not have come by itself. */
  readonly incrementalWinBackValue: number | null;
}

/** What came of the contacts of a group. */
export interface GroupActivationResponse extends ActivationResponse {
  /** As the rows say; `null` for those whose row names none. */
  readonly group: GroupValue | null;
}

/**
 * What makes an effect doubtful.
 *
 * - `no-control`: without customers who were not contacted (or with an empty list of them) nobody knows how many would have come by themselves;
 * - `pending`: customers whose window is not over and who are in no rate yet;
 * - `later-contacts`: contacts after the window of a customer's first one, which are left out with their costs;
 * - `future-contacts`: contacts after `asOf`, which are left out;
 * - `no-costs`: nothing says what the contacts cost, or what some of them do, which then count as free;
 * - `group-without-control`: the control has groups, but contacted customers are in others.
 */
export type ActivationEffectWarningCode =
  | "no-control"
  | "pending"
  | "later-contacts"
  | "future-contacts"
  | "no-costs"
  | "group-without-control";

/** A doubt that stops nothing, as data. */
export interface ActivationEffectWarning {
  readonly code: ActivationEffectWarningCode;
  /** How many contacts or customers it concerns. */
  readonly count: number;
  /** What it means, in English. */
  readonly message: string;
}

/** What contacts have brought, against a control group if there is one. */
export interface ActivationEffect {
  readonly asOf: IsoDate;
  /** How long after the contact a response counts. */
  readonly window: Duration;
  readonly level: number;
  /** `false` says that no effect can be told from what would have come by itself. */
  readonly hasControl: boolean;
  readonly total: ActivationResponse;
  /** One row for each group, in the order in which they first appear; a single one if the rows name no groups. */
  readonly groups: readonly GroupActivationResponse[];
  readonly warnings: readonly ActivationEffectWarning[];
}
