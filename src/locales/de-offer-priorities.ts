import type { OfferPriorityLabels } from "../hitrate/prioritize-offers-labels.ts";

export const deOfferPriorities: OfferPriorityLabels = {
  decisions: { pursue: "verfolgen", leave: "vorerst ruhen lassen" },
  reasons: {
    pursued: "lohnt den Aufwand",
    capacity: "keine Kapazität mehr",
    unprofitable: "kostet mehr, als zu erwarten ist",
    "no-margin": "kein Deckungsbeitrag",
  },
};
