import type { AbcLabels, ConcentrationLabels } from "../pareto/labels.ts";

export const enAbc: AbcLabels = {
  classes: { A: "A customer", B: "B customer", C: "C customer" },
  methods: { limits: "set limits", computed: "limits from the values" },
  by: { value: "by share of value", customers: "by share of customers" },
};

export const enConcentration: ConcentrationLabels = {
  measures: {
    gini: "Gini coefficient",
    giniCorrected: "Gini coefficient, corrected for few customers",
    asymmetry: "Lorenz asymmetry",
    hhi: "Herfindahl–Hirschman index (HHI)",
    numbersEquivalent: "numbers equivalent",
    rosenbluth: "Rosenbluth index",
    theil: "Theil index",
    meanLogDeviation: "mean log deviation",
    atkinsonHalf: "Atkinson index (0.5)",
    atkinsonOne: "Atkinson index (1)",
    hoover: "Hoover index",
    coefficientOfVariation: "coefficient of variation",
  },
};
