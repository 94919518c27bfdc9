import type { HitRateLabels } from "../hitrate/hit-rate-labels.ts";

export const enHitRate: HitRateLabels = {
  hitRate: "hit rate",
  statuses: {
    open: "open",
    won: "won",
    lost: "lost",
    withdrawn: "withdrawn",
    draft: "draft",
    noDecision: "no decision",
  },
  bases: { submitted: "hit rate of offers submitted", decided: "win rate of offers decided" },
  windows: { cohort: "by day of submission", period: "by day of decision" },
  withdrawnRules: { excluded: "withdrawn offers left out", lost: "withdrawn offers counted as lost" },
  noDecisionRules: {
    open: "offers without decision counted as open",
    lost: "offers without decision counted as lost",
    excluded: "offers without decision left out",
  },
  rates: {
    byNumber: "hit rate by number",
    byValue: "hit rate by value",
    shrunken: "shrunken hit rate",
    discount: "discount from offer to order",
    ifAllLost: "hit rate if all open offers are lost",
    ifAllWon: "hit rate if all open offers are won",
  },
  warnings: {
    "no-offers": "no offers in the window",
    "nothing-decided": "no offer decided",
    "open-offers": "offers still open",
    "after-end": "judged after the last day observed",
    "below-minimum": "too few offers for a rate",
    "one-group": "one group only",
    "no-differences": "no differences beyond chance",
  },
};
