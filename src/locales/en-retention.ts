import type { RetentionLabels } from "../retention/labels.ts";

export const enRetention: RetentionLabels = {
  movements: {
    new: "new customer",
    kept: "kept customer",
    returned: "returned customer",
    lost: "lost customer",
    inactive: "inactive customer",
  },
  revenueMovements: {
    new: "new business",
    expansion: "expansion",
    contraction: "contraction",
    churn: "churn",
    reactivation: "reactivation",
  },
  cohortDefinitions: {
    bounded: "bought in the period",
    unbounded: "bought in the period or later",
    continuous: "bought in every period so far",
  },
  churnSignals: {
    silenceDays: "days since the last purchase",
    overdueRatio: "silence compared with the usual gap",
    silencePercentile: "share of gaps that were shorter",
    churnProbability: "probability of churn",
    noPurchaseProbability: "probability of no purchase",
  },
  rates: {
    retentionRate: "retention rate",
    churnRate: "churn rate",
    meanDuration: "mean duration",
    fluctuationRatio: "new ÷ lost customers",
    reactivationRate: "reactivation rate",
    repeatPurchaseRate: "repeat purchase rate",
    stickiness: "stickiness",
    logoChurnRate: "logo churn rate",
    grossRevenueChurnRate: "gross revenue churn",
    netRevenueChurnRate: "net revenue churn",
    netRevenueRetention: "net revenue retention (NRR)",
    grossRevenueRetention: "gross revenue retention (GRR)",
    quickRatio: "quick ratio",
    averageRevenuePerAccount: "average revenue per account (ARPA)",
    mrr: "monthly recurring revenue (MRR)",
    arr: "annual recurring revenue (ARR)",
  },
};
