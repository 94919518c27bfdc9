import type { SalesCycleLabels } from "../hitrate/sales-cycle-labels.ts";

export const enSalesCycle: SalesCycleLabels = {
  outcomes: { closed: "closed", won: "won", lost: "lost", withdrawn: "withdrawn" },
  withdrawnEnds: {
    own: "an outcome of its own",
    lost: "counted as lost",
    censored: "observed until the withdrawal",
  },
  cycles: { won: "days to the order", lost: "days to the refusal", decided: "days to the decision" },
  velocityFactors: {
    openOffers: "open offers",
    meanValue: "mean value",
    winRate: "win rate",
    cycleDays: "sales cycle in days",
  },
  velocityGaps: {
    "no-values": "the offers have no values",
    "nothing-won": "nothing was won in the window",
    "nothing-decided": "nothing was decided in the window",
    "nothing-open": "no offer is open",
    "zero-cycle": "all orders came on the day of submission",
  },
};
