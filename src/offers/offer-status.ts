/**
 * How an offer stands: undecided, ordered, refused, or taken back before it was decided.
 */
export type OfferStatus = "open" | "won" | "lost" | "withdrawn";

/** The statuses in the order of their codes in a book: `statuses[i]` is the place of the status in this list. */
export const OFFER_STATUSES: readonly OfferStatus[] = ["open", "won", "lost", "withdrawn"];

export const OPEN = 0;
export const WON = 1;
export const LOST = 2;
export const WITHDRAWN = 3;
