import type { CustomerId } from "../rows/customer-id.ts";
import type { DateInput } from "../time/read-civil-day.ts";

/**
 * What happened between a customer and the company besides purchases.
 *
 * Two kinds have a meaning of their own: a `"termination"` ends the relationship until the next purchase, and a `"contact"` is an attempt
 * by the company to win somebody. All others, your own names included, count only if the option `activity` names them. `"purchase"` is
 * reserved: purchases come from the log.
 */
export type InteractionKind =
  | "inquiry"
  | "login"
  | "contact"
  | "referral"
  | "termination"
  | (string & Record<never, never>);

/** One interaction besides purchases. */
export interface Interaction {
  readonly customerId: CustomerId;
  /** An instant falls on the civil day that the log's time zone says. */
  readonly date: DateInput;
  readonly kind: InteractionKind;
}

/** Kinds with a meaning of their own. */
export const PURCHASE = "purchase";
export const CONTACT = "contact";
export const TERMINATION = "termination";
