import type { ActivationLabels } from "../activation/labels.ts";

export const enActivation: ActivationLabels = {
  kinds: {
    "one-and-done": "bought once",
    lapsed: "lapsed customer",
    declining: "declining customer",
    "never-converted": "contacted in vain",
    lost: "lost customer",
  },
  measures: {
    "second-purchase-offer": "offer for a second purchase",
    "win-back": "win-back offer",
    "personal-contact": "personal contact",
    "follow-up-offer": "follow-up on the offer",
    "return-offer": "offer to return",
  },
  valueBases: {
    "last-active-window": "revenue of the last active window",
    shortfall: "shortfall against the window before",
    "mean-first-purchase": "mean first purchase",
    given: "given value",
  },
  exclusions: {
    "no-consent": "no consent",
    "cool-down": "contacted recently",
    "not-worthwhile": "not worthwhile",
    budget: "no budget left",
  },
};
