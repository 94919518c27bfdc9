import type { RetentionLabels } from "../retention/labels.ts";

export const deRetention: RetentionLabels = {
  movements: {
    new: "Neukunde",
    kept: "gehaltener Kunde",
    returned: "zurückgewonnener Kunde",
    lost: "abgewanderter Kunde",
    inactive: "inaktiver Kunde",
  },
  revenueMovements: {
    new: "Neugeschäft",
    expansion: "Mehrumsatz",
    contraction: "Minderumsatz",
    churn: "Kündigung",
    reactivation: "Rückgewinnung",
  },
  cohortDefinitions: {
    bounded: "im Zeitraum gekauft",
    unbounded: "im Zeitraum oder später gekauft",
    continuous: "in jedem Zeitraum bisher gekauft",
  },
  churnSignals: {
    silenceDays: "Tage seit dem letzten Kauf",
    overdueRatio: "Zeit seit dem letzten Kauf im Verhältnis zum üblichen Kaufabstand",
    silencePercentile: "Anteil der Kaufabstände, die kürzer waren",
    churnProbability: "Abwanderungswahrscheinlichkeit",
    noPurchaseProbability: "Wahrscheinlichkeit, nicht zu kaufen",
  },
  rates: {
    retentionRate: "Kundenbindungsrate",
    churnRate: "Abwanderungsrate",
    meanDuration: "mittlere Bindungsdauer",
    fluctuationRatio: "Kundenfluktuation",
    reactivationRate: "Rückgewinnungsrate",
    repeatPurchaseRate: "Wiederkaufsrate",
    stickiness: "Stickiness",
    logoChurnRate: "Kündigungsquote",
    grossRevenueChurnRate: "Umsatzabwanderung, brutto",
    netRevenueChurnRate: "Umsatzabwanderung, netto",
    netRevenueRetention: "Umsatzbindung, netto (NRR)",
    grossRevenueRetention: "Umsatzbindung, brutto (GRR)",
    quickRatio: "Gewonnen ÷ verloren (Quick Ratio)",
    averageRevenuePerAccount: "Umsatz je Vertragskunde (ARPA)",
    mrr: "monatlich wiederkehrender Umsatz (MRR)",
    arr: "jährlich wiederkehrender Umsatz (ARR)",
  },
};
