import type { ClvLabels } from "../clv/labels.ts";

export const deClv: ClvLabels = {
  methods: {
    historic: "bisheriger Kundenwert",
    formula: "Durchschnittsformel",
    "constant-retention": "konstante Kundenbindungsrate",
    "retention-curve": "Bindungskurve",
    predicted: "prognostizierter Kundenwert",
  },
  figures: {
    value: "Kundenwert",
    undiscounted: "Kundenwert, nicht abgezinst",
    rest: "übrige Perioden",
    acquisitionCost: "Akquisitionskosten",
    netValue: "Kundenwert abzüglich Akquisitionskosten",
    equity: "Kundenstammwert",
  },
  periods: {
    period: "Periode",
    survival: "noch Kunden",
    margin: "Deckungsbeitrag",
    factor: "Abzinsungsfaktor",
    value: "Barwert",
  },
  firstMargins: {
    immediate: "zu Beginn jeder Periode",
    deferred: "am Ende jeder Periode",
    continuous: "am Tag jedes Kaufs",
  },
  contributions: {
    1: "Kundendeckungsbeitrag I",
    2: "Kundendeckungsbeitrag II",
    3: "Kundendeckungsbeitrag III",
  },
  costs: {
    deduction: "Erlösschmälerungen",
    product: "Produktkosten",
    order: "Auftragskosten",
    service: "Betreuungskosten",
    marketing: "Marketingkosten",
    sales: "Vertriebskosten",
  },
  covers: {
    survival: "Schätzfehler der Überlebenskurve",
    parameters: "Schätzfehler der Parameter",
  },
};
