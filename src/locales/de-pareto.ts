import type { AbcLabels, ConcentrationLabels } from "../pareto/labels.ts";

export const deAbc: AbcLabels = {
  classes: { A: "A-Kunde", B: "B-Kunde", C: "C-Kunde" },
  methods: { limits: "feste Grenzen", computed: "Grenzen aus den Werten berechnet" },
  by: { value: "nach Wertanteil", customers: "nach Kundenanteil" },
};

export const deConcentration: ConcentrationLabels = {
  measures: {
    gini: "Gini-Koeffizient",
    giniCorrected: "Gini-Koeffizient, für kleine Anzahl korrigiert",
    asymmetry: "Lorenz-Asymmetrie",
    hhi: "Herfindahl-Hirschman-Index (HHI)",
    numbersEquivalent: "äquivalente Kundenzahl",
    rosenbluth: "Rosenbluth-Index",
    theil: "Theil-Index",
    meanLogDeviation: "mittlere logarithmische Abweichung",
    atkinsonHalf: "Atkinson-Index (0,5)",
    atkinsonOne: "Atkinson-Index (1)",
    hoover: "Hoover-Index",
    coefficientOfVariation: "Variationskoeffizient",
  },
};
