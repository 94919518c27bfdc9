import type { SatisfactionLabels } from "../satisfaction/labels.ts";

export const deSatisfaction: SatisfactionLabels = {
  measures: {
    nps: "Weiterempfehlungsbereitschaft (NPS)",
    csat: "Kundenzufriedenheit (CSAT)",
    ces: "Kundenaufwand (CES)",
  },
  bands: {
    promoter: "Fürsprecher",
    passive: "Unentschiedene",
    detractor: "Kritiker",
    satisfied: "zufriedene Kunden",
    unsatisfied: "unzufriedene Kunden",
    easy: "fanden es leicht",
    neutral: "fanden es weder leicht noch schwer",
    difficult: "fanden es schwer",
    "no-answer": "keine Antwort",
  },
};
