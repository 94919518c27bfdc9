import type { PurchaseCount } from "../customers/customer-summaries.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { Duration } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { Interaction, InteractionKind } from "./interaction.ts";

/** What makes an active customer. */
export interface ActivityOptions {
  /** Day as of which the base is judged, inclusive; nothing after it is looked at. Default: the last day of the log. */
  readonly asOf?: DateInput;
  /** Within how long an activity keeps a customer active. Default `{ months: 12 }`. */
  readonly activeWindow?: Duration;
  /** Kinds of interaction that count as activity. Default `["purchase"]`; if it is left out, purchases keep nobody active. */
  readonly activity?: readonly InteractionKind[];
  /** Interactions besides purchases. Default none. */
  readonly interactions?: readonly Interaction[];
}

const ACTIVITY_NAMES: Readonly<Record<keyof ActivityOptions, true>> = {
  asOf: true,
  activeWindow: true,
  activity: true,
  interactions: true,
};

/** The limits between the classes, and what is known besides the log. */
export interface ClassificationOptions extends ActivityOptions {
  /** People who are known without a purchase, e.g. from a list of addresses. Default none. */
  readonly prospects?: readonly CustomerId[];
  /** How long after the first purchase a customer is new, and after a return reactivated. Default `{ months: 3 }`. */
  readonly newWithin?: Duration;
  /** After how long without activity a customer is lost. Default `{ months: 24 }`. */
  readonly lostAfter?: Duration;
  /** Purchases in the active window that make a regular customer. Default 3. */
  readonly regularOrders?: number;
  /** A customer is overdue after this many times the usual gap between purchases. Default 2. */
  readonly overdueFactor?: number;
  /** Revenue below this share of the window before is a decline, from 0 (never) to 1. Default 0.5. */
  readonly declineRatio?: number;
  /** Contacts without a purchase after which a prospect counts as never converted. Default 3. */
  readonly contacts?: number;
  /** What is counted as one purchase: each transaction of 0 or more, or all of one day together. Default `"purchases"`. */
  readonly count?: PurchaseCount;
}

/** The names of these options, for refusing any other. */
export const CLASSIFICATION_NAMES: Readonly<Record<keyof ClassificationOptions, true>> = {
  ...ACTIVITY_NAMES,
  prospects: true,
  newWithin: true,
  lostAfter: true,
  regularOrders: true,
  overdueFactor: true,
  declineRatio: true,
  contacts: true,
  count: true,
};
