import type { SatisfactionLabels } from "../satisfaction/labels.ts";

export const enSatisfaction: SatisfactionLabels = {
  measures: {
    nps: "net promoter score (NPS)",
    csat: "customer satisfaction score (CSAT)",
    ces: "customer effort score (CES)",
  },
  bands: {
    promoter: "promoters",
    passive: "passives",
    detractor: "detractors",
    satisfied: "satisfied customers",
    unsatisfied: "dissatisfied customers",
    easy: "found it easy",
    neutral: "found it neither easy nor difficult",
    difficult: "found it difficult",
    "no-answer": "no answer",
  },
};
