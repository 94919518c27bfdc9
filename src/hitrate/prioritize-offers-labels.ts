import type { OfferDecision, OfferDecisionReason } from "./prioritize-offers-result.ts";

/** Words for the codes of priorities among offers. */
export interface OfferPriorityLabels {
  readonly decisions: Readonly<Record<OfferDecision, string>>;
  readonly reasons: Readonly<Record<OfferDecisionReason, string>>;
}
