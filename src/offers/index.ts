export type { OfferBook, OfferKey } from "./offer-book.ts";
export { NO_DAY } from "./offer-book.ts";
export type { OfferStatus } from "./offer-status.ts";
export { OFFER_STATUSES } from "./offer-status.ts";
export type { OfferWarning, OfferWarningCode } from "./offer-warning.ts";
