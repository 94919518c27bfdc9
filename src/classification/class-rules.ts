import type { CivilDay } from "../time/civil-day.ts";
import type { ClassReason } from "./class-reason.ts";
import type { Limits } from "./classification-limits.ts";
import type { CustomerHistory } from "./customer-history.ts";
import { NEVER } from "./never.ts";

/** The rules in their fixed order: the first that fits decides. Those of the inactive come first, then those of active customers. */
export function reasonFor(history: CustomerHistory, limits: Limits): ClassReason {
  return isActive(history, limits.beforeActive)
    ? reasonOfActive(history, limits)
    : reasonOfInactive(history, limits);
}

/** An active customer has bought, has not left since, and did something that counts inside the active window. */
export function isActive(history: CustomerHistory, beforeActive: CivilDay): boolean {
  return hasBought(history) && !hasLeft(history) && history.lastActivity > beforeActive;
}

export function hasBought(history: CustomerHistory): boolean {
  return history.purchases > 0;
}

/** A termination holds until the next purchase; only who has bought can leave. */
function hasLeft(history: CustomerHistory): boolean {
  return history.terminated >= history.lastPurchase;
}

function reasonOfInactive(history: CustomerHistory, limits: Limits): ClassReason {
  if (!hasBought(history)) return history.contacts >= limits.contacts ? "contacted-in-vain" : "no-purchase";
  if (hasLeft(history)) return "terminated";
  return history.lastActivity <= limits.beforeLost ? "long-silence" : "silence";
}

function reasonOfActive(history: CustomerHistory, limits: Limits): ClassReason {
  const isRecent = history.firstPurchase > limits.beforeNew;
  if (isRecent && history.purchases < limits.regularOrders) return "recent-first-purchase";
  if (history.backOn !== NEVER) return "back-after-silence";
  if (isOverdue(history, limits)) return "overdue";
  if (hasRevenueDropped(history, limits)) return "revenue-drop";
  return history.purchasesInWindow >= limits.regularOrders ? "frequent-purchases" : "active";
}

function isOverdue({ lastPurchase, usualGap }: CustomerHistory, { asOf, overdueFactor }: Limits): boolean {
  return usualGap > 0 && asOf - lastPurchase > overdueFactor * usualGap;
}

// Sums of money depend in their last digits on the order of adding; a difference below this share of the turnover is none.
const ROUNDING = 1e-9;

function hasRevenueDropped(history: CustomerHistory, { declineRatio }: Limits): boolean {
  const rounding = ROUNDING * history.turnoverBefore;
  if (history.revenueBefore <= rounding) return false;
  return history.revenueInWindow < declineRatio * history.revenueBefore - rounding;
}
