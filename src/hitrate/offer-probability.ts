import type { CustomerId } from "../rows/customer-id.ts";

/** How likely an open offer is to be won, whoever says so: a fitted model, a rate of the past, or a person. */
export interface OfferProbability {
  /** The offer, by the id that it has in the book. */
  readonly offerId: CustomerId;
  /** Probability that the offer is won, from 0 to 1. */
  readonly probability: number;
}
