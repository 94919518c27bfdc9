import type { HitRateLabels } from "../hitrate/hit-rate-labels.ts";

export const deHitRate: HitRateLabels = {
  hitRate: "Trefferquote (Hitrate)",
  statuses: {
    open: "offen",
    won: "gewonnen",
    lost: "verloren",
    withdrawn: "zurückgezogen",
    draft: "Entwurf",
    noDecision: "ohne Entscheidung",
  },
  bases: { submitted: "Angebotserfolgsquote", decided: "Trefferquote der entschiedenen Angebote" },
  windows: { cohort: "nach Abgabetag", period: "nach Entscheidungstag" },
  withdrawnRules: {
    excluded: "ohne zurückgezogene Angebote",
    lost: "zurückgezogene Angebote als verloren gezählt",
  },
  noDecisionRules: {
    open: "Angebote ohne Entscheidung als offen gezählt",
    lost: "Angebote ohne Entscheidung als verloren gezählt",
    excluded: "ohne Angebote, über die nicht entschieden wurde",
  },
  rates: {
    byNumber: "Trefferquote nach Anzahl",
    byValue: "Trefferquote nach Wert",
    shrunken: "geglättete Trefferquote",
    discount: "Nachlass vom Angebot zum Auftrag",
    ifAllLost: "Trefferquote, falls alle offenen Angebote verloren gehen",
    ifAllWon: "Trefferquote, falls alle offenen Angebote gewonnen werden",
  },
  warnings: {
    "no-offers": "keine Angebote im Zeitraum",
    "nothing-decided": "kein Angebot entschieden",
    "open-offers": "Angebote noch offen",
    "after-end": "Stichtag nach dem letzten beobachteten Tag",
    "below-minimum": "zu wenige Angebote für eine Quote",
    "one-group": "nur eine Gruppe",
    "no-differences": "keine Unterschiede, die über den Zufall hinausgehen",
  },
};
