import type { ClvLabels } from "../clv/labels.ts";

export const enClv: ClvLabels = {
  methods: {
    historic: "historic value",
    formula: "formula of averages",
    "constant-retention": "constant retention",
    "retention-curve": "retention curve",
    predicted: "predicted value",
  },
  figures: {
    value: "lifetime value",
    undiscounted: "lifetime value, not discounted",
    rest: "other periods",
    acquisitionCost: "acquisition cost",
    netValue: "lifetime value less acquisition cost",
    equity: "customer equity",
  },
  periods: {
    period: "period",
    survival: "still customers",
    margin: "margin",
    factor: "discount factor",
    value: "value",
  },
  firstMargins: {
    immediate: "at the beginning of each period",
    deferred: "at the end of each period",
    continuous: "at the day of each purchase",
  },
  contributions: {
    1: "customer contribution I",
    2: "customer contribution II",
    3: "customer contribution III",
  },
  costs: {
    deduction: "deductions from revenue",
    product: "product cost",
    order: "order cost",
    service: "service cost",
    marketing: "marketing cost",
    sales: "sales cost",
  },
  covers: {
    survival: "error of the survival curve",
    parameters: "error of the parameters",
  },
};
