import type { ClassificationLimits } from "../classification/classification-limits.ts";
import type { ClassifiedCustomer } from "../classification/classified-customer.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { ActivationKind, ActivationMeasure } from "./activation-kind.ts";

/**
 * What a value at stake is made of.
 *
 * - `"last-active-window"`: revenue, net of returns, of the active window that ended with the last purchase, and of all days since;
 * - `"shortfall"`: revenue of the window before the active one minus that of the active one;
 * - `"mean-first-purchase"`: mean revenue of the first purchase day of all who have bought;
 * - `"given"`: what the option `value` or `prospectValue` says.
 */
export type ValueBasis = "last-active-window" | "shortfall" | "mean-first-purchase" | "given";

/**
 * Somebody to activate: his class with its reason and figures, and what there is to win.
 *
 * All fields of a classified customer are there, so that `explainClass` says the reason in a sentence; `silenceDays` are the days since the last
 * purchase.
 */
export interface ActivationCandidate extends ClassifiedCustomer {
  readonly kind: ActivationKind;
  /** Money that a success brings; 0 or more unless the caller's own values say otherwise. */
  readonly valueAtStake: number;
  readonly valueBasis: ValueBasis;
  /** What is suggested. */
  readonly measure: ActivationMeasure;
}

/** How many candidates there are of a kind. */
export interface ActivationKindCount {
  readonly kind: ActivationKind;
  readonly customers: number;
  /** Sum of their values at stake. */
  readonly valueAtStake: number;
}

/**
 * What makes a list of candidates doubtful.
 *
 * - `short-history`: the log begins after the two windows that are compared, so that a decline, or a long silence, can hardly be seen;
 * - `values-missing`: candidates of whom the option `value` says nothing, whose value was computed instead;
 * - `unknown-values`: rows of `value` for customers whom nobody knows.
 */
export type ActivationWarningCode = "short-history" | "values-missing" | "unknown-values";

/** A doubt that stops nothing, as data. */
export interface ActivationWarning {
  readonly code: ActivationWarningCode;
  /** How many customers it concerns. */
  readonly customers: number;
  /** What it means, in English. */
  readonly message: string;
}

/** Whom to activate, as of a day. */
export interface ActivationCandidates {
  readonly asOf: IsoDate;
  /** The limits between the classes, defaults included. */
  readonly limits: ClassificationLimits;
  /** Everybody who was known as of the day, candidate or not. */
  readonly known: number;
  /** By descending value at stake, equal ones in the order of the classification. */
  readonly rows: readonly ActivationCandidate[];
  /** One row for each kind that was asked for. */
  readonly kinds: readonly ActivationKindCount[];
  readonly warnings: readonly ActivationWarning[];
}
