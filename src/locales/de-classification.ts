import type { ClassificationLabels } from "../classification/labels.ts";

export const deClassification: ClassificationLabels = {
  classes: {
    prospect: "Interessent",
    new: "Neukunde",
    existing: "Bestandskunde",
    regular: "Stammkunde",
    declining: "nachlassender Kunde",
    reactivated: "reaktivierter Kunde",
    dormant: "schlafender Kunde",
    lost: "verlorener Kunde",
  },
  unknown: "noch nicht bekannt",
  subReasons: {
    "one-and-done": "einmal gekauft, nie wieder",
    lapsed: "mehrmals gekauft, dann verstummt",
    "never-converted": "mehrfach angesprochen, nie gekauft",
  },
  movements: {
    new: "neu",
    returning: "wiederkehrend",
    reactivated: "reaktiviert",
    dormant: "eingeschlafen",
    inactive: "weiterhin inaktiv",
    prospect: "weiterhin ohne Kauf",
  },
  reasons: {
    terminated: "Gekündigt am {terminatedOn}; letzter Kauf: {lastPurchase}.",
    "contacted-in-vain": "{contacts} und noch immer kein Kauf.",
    "no-purchase": "Bekannt, aber noch ohne Kauf.",
    "long-silence":
      "So lange ohne Aktivität, dass der Kunde als verloren gilt: letzte Aktivität {lastActivity}, letzter Kauf {lastPurchase}.",
    silence:
      "Keine Aktivität im Aktivzeitraum: insgesamt {purchases}, zuletzt am {lastPurchase}; seitdem {silence}.",
    "recent-first-purchase": "Erster Kauf am {firstPurchase}; bisher {purchases}.",
    "back-after-silence": "Erneuter Kauf am {backOn}, davor {backAfter} ohne Kauf.",
    overdue: "Überfällig: {silence} ohne Kauf; der übliche Abstand {usualGapOf} beträgt {usualGap}.",
    "revenue-drop":
      "Umsatz im Aktivzeitraum auf {revenueInWindow} gesunken, nach {revenueBefore} im Zeitraum davor.",
    "frequent-purchases": "{purchasesInWindow} im Aktivzeitraum, zuletzt am {lastPurchase}.",
    active: "Aktiv, im Aktivzeitraum {purchasesInWindow}; letzter Kauf: {lastPurchase}.",
  },
  counts: {
    days: { one: "{count} Tag", other: "{count} Tage" },
    purchases: { one: "{count} Kauf", other: "{count} Käufe" },
    contacts: { one: "{count} Kontakt", other: "{count} Kontakte" },
  },
  usualGapOf: { own: "dieses Kunden", base: "des Kundenstamms" },
  never: "nie",
};
