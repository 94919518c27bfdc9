import type { KeyAccountLabels } from "../pareto/key-account-labels.ts";

export const deKeyAccounts: KeyAccountLabels = {
  keyAccount: "Schlüsselkunde",
  reasons: { value: "nach Wert", score: "nach Punktwert", strategic: "strategisch" },
  movements: {
    new: "neuer Schlüsselkunde",
    lost: "kein Schlüsselkunde mehr",
    risen: "aufgestiegener Schlüsselkunde",
    fallen: "abgestiegener Schlüsselkunde",
    kept: "Schlüsselkunde auf gleichem Rang",
  },
  bands: { low: "nicht konzentriert", moderate: "mäßig konzentriert", high: "hoch konzentriert" },
  portfolioFields: {
    star: "Starkunde",
    "question-mark": "Fragezeichenkunde",
    cash: "Ertragskunde",
    marginal: "Mitnahmekunde",
  },
  portfolioAxes: { attractiveness: "Kundenattraktivität", position: "eigene Wettbewerbsposition" },
  directions: { higher: "je höher, desto besser", lower: "je niedriger, desto besser" },
  normalisations: {
    "min-max": "vom schlechtesten zum besten Wert",
    rank: "nach Rang",
    z: "in Standardabweichungen",
  },
  warnings: {
    "negative-values": "Kunden mit negativem Wert",
    "no-positive-total": "Summe nicht über 0",
    "equal-criterion": "Kriterium, in dem alle gleich sind",
    "tied-at-limit": "Gleichstand an der Grenze",
    "unknown-strategic": "strategische Kunden, die in den Zeilen fehlen",
    "different-rules": "Ergebnisse nach verschiedenen Regeln",
    "one-sided-axis": "alle auf einer Seite der Grenze",
  },
};
