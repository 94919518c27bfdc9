import type { ActivationLabels } from "../activation/labels.ts";

export const deActivation: ActivationLabels = {
  kinds: {
    "one-and-done": "Einmalkäufer",
    lapsed: "eingeschlafener Kunde",
    declining: "nachlassender Kunde",
    "never-converted": "vergeblich kontaktierter Interessent",
    lost: "verlorener Kunde",
  },
  measures: {
    "second-purchase-offer": "Angebot zum Zweitkauf",
    "win-back": "Rückgewinnungsangebot",
    "personal-contact": "persönlicher Kontakt",
    "follow-up-offer": "Nachfassen zum Angebot",
    "return-offer": "Angebot zur Rückkehr",
  },
  valueBases: {
    "last-active-window": "Umsatz des letzten Aktivzeitraums",
    shortfall: "Rückgang gegenüber dem Zeitraum davor",
    "mean-first-purchase": "durchschnittlicher Wert eines Erstkaufs",
    given: "vorgegebener Wert",
  },
  exclusions: {
    "no-consent": "keine Einwilligung",
    "cool-down": "erst kürzlich kontaktiert",
    "not-worthwhile": "lohnt sich nicht",
    budget: "Budget erschöpft",
  },
};
