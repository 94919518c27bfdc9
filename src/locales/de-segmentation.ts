import type { SegmentLabels } from "../segmentation/labels.ts";

export const deSegmentation: SegmentLabels = {
  rfmSegments: {
    champions: "Spitzenkunden",
    loyal: "treue Kunden",
    "potential-loyalist": "künftige Stammkunden",
    recent: "frische Käufer",
    promising: "vielversprechende Kunden",
    "needs-attention": "betreuungsbedürftige Kunden",
    "about-to-sleep": "einschlafende Kunden",
    "at-risk": "gefährdete Kunden",
    "cant-lose": "unverzichtbare Kunden",
    hibernating: "ruhende Kunden",
    lost: "verlorene Kunden",
  },
  rfmDimensions: {
    recency: "Tage seit dem letzten Kauf",
    frequency: "Anzahl der Käufe",
    monetary: "Umsatz",
  },
  rfmMethods: {
    quantile: "nach Quantilen",
    rank: "nach Rang",
    breaks: "nach festen Grenzen",
    nested: "nach Quantilen, verschachtelt",
  },
};
