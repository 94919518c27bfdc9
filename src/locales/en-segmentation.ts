import type { SegmentLabels } from "../segmentation/labels.ts";

export const enSegmentation: SegmentLabels = {
  rfmSegments: {
    champions: "champions",
    loyal: "loyal customers",
    "potential-loyalist": "potential loyalists",
    recent: "recent buyers",
    promising: "promising customers",
    "needs-attention": "customers needing attention",
    "about-to-sleep": "customers about to sleep",
    "at-risk": "customers at risk",
    "cant-lose": "customers you cannot afford to lose",
    hibernating: "hibernating customers",
    lost: "lost customers",
  },
  rfmDimensions: {
    recency: "days since last purchase",
    frequency: "number of purchases",
    monetary: "revenue",
  },
  rfmMethods: {
    quantile: "by quantiles",
    rank: "by rank",
    breaks: "by fixed limits",
    nested: "by quantiles, nested",
  },
};
