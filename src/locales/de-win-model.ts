import type { WinModelLabels } from "../hitrate/win-model-labels.ts";

export const deWinModel: WinModelLabels = {
  features: { customer: "Kunde", value: "Angebotswert", submittedMonth: "Monat der Angebotsabgabe" },
  levels: { "(other)": "übrige zusammen", "(missing)": "ohne Angabe" },
};
