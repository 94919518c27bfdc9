import type { OfferPriorityLabels } from "../hitrate/prioritize-offers-labels.ts";

export const enOfferPriorities: OfferPriorityLabels = {
  decisions: { pursue: "pursue", leave: "leave for now" },
  reasons: {
    pursued: "worth the effort",
    capacity: "no capacity left",
    unprofitable: "costs more than it is expected to bring",
    "no-margin": "no margin",
  },
};
