import type { ClassificationLabels } from "../classification/labels.ts";

export const enClassification: ClassificationLabels = {
  classes: {
    prospect: "prospect",
    new: "new customer",
    existing: "existing customer",
    regular: "regular customer",
    declining: "declining customer",
    reactivated: "reactivated customer",
    dormant: "dormant customer",
    lost: "lost customer",
  },
  unknown: "not yet known",
  subReasons: {
    "one-and-done": "bought once, never again",
    lapsed: "bought several times, then stopped",
    "never-converted": "contacted repeatedly, never bought",
  },
  movements: {
    new: "new",
    returning: "returning",
    reactivated: "reactivated",
    dormant: "gone dormant",
    inactive: "still inactive",
    prospect: "still without a purchase",
  },
  reasons: {
    terminated: "Terminated on {terminatedOn}; the last purchase was on {lastPurchase}.",
    "contacted-in-vain": "{contacts}, and still no purchase.",
    "no-purchase": "Known, but no purchase yet.",
    "long-silence":
      "No activity for so long that the customer counts as lost: last activity {lastActivity}, last purchase {lastPurchase}.",
    silence:
      "No activity in the active window: {purchases} in all, the last one on {lastPurchase}; since then {silence}.",
    "recent-first-purchase": "First purchase on {firstPurchase}; {purchases} so far.",
    "back-after-silence": "Bought again on {backOn} after {backAfter} without a purchase.",
    overdue: "Overdue: {silence} without a purchase; the usual gap {usualGapOf} is {usualGap}.",
    "revenue-drop":
      "Revenue dropped to {revenueInWindow} in the active window, from {revenueBefore} in the window before.",
    "frequent-purchases": "{purchasesInWindow} in the active window, the last one on {lastPurchase}.",
    active: "Active, with {purchasesInWindow} in the active window; last purchase {lastPurchase}.",
  },
  counts: {
    days: { one: "{count} day", other: "{count} days" },
    purchases: { one: "{count} purchase", other: "{count} purchases" },
    contacts: { one: "{count} contact", other: "{count} contacts" },
  },
  usualGapOf: { own: "of this customer", base: "of the customer base" },
  never: "never",
};
