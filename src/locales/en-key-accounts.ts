import type { KeyAccountLabels } from "../pareto/key-account-labels.ts";

export const enKeyAccounts: KeyAccountLabels = {
  keyAccount: "key account",
  reasons: { value: "by value", score: "by score", strategic: "strategic" },
  movements: {
    new: "new key account",
    lost: "key account no more",
    risen: "risen key account",
    fallen: "fallen key account",
    kept: "key account at the same rank",
  },
  bands: { low: "not concentrated", moderate: "moderately concentrated", high: "highly concentrated" },
  portfolioFields: {
    star: "star",
    "question-mark": "question mark",
    cash: "cash customer",
    marginal: "marginal customer",
  },
  portfolioAxes: { attractiveness: "customer attractiveness", position: "own position" },
  directions: { higher: "the higher the better", lower: "the lower the better" },
  normalisations: { "min-max": "from the worst to the best", rank: "by rank", z: "in standard deviations" },
  warnings: {
    "negative-values": "customers with values below 0",
    "no-positive-total": "total not above 0",
    "equal-criterion": "criterion in which all are equal",
    "tied-at-limit": "equals at the limit",
    "unknown-strategic": "strategic ids that no row has",
    "different-rules": "results by different rules",
    "one-sided-axis": "all on one side of a limit",
  },
};
