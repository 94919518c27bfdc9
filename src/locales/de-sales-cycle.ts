import type { SalesCycleLabels } from "../hitrate/sales-cycle-labels.ts";

export const deSalesCycle: SalesCycleLabels = {
  outcomes: { closed: "abgeschlossen", won: "gewonnen", lost: "verloren", withdrawn: "zurückgezogen" },
  withdrawnEnds: {
    own: "eigener Ausgang",
    lost: "als verloren gezählt",
    censored: "bis zum Rückzug beobachtet",
  },
  cycles: { won: "Tage bis zum Auftrag", lost: "Tage bis zur Absage", decided: "Tage bis zur Entscheidung" },
  velocityFactors: {
    openOffers: "offene Angebote",
    meanValue: "mittlerer Wert",
    winRate: "Abschlussquote",
    cycleDays: "Verkaufszyklus in Tagen",
  },
  velocityGaps: {
    "no-values": "die Angebote haben keine Werte",
    "nothing-won": "im Zeitraum wurde nichts gewonnen",
    "nothing-decided": "im Zeitraum wurde nichts entschieden",
    "nothing-open": "kein Angebot ist offen",
    "zero-cycle": "alle Aufträge kamen am Tag der Abgabe",
  },
};
