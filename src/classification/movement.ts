import { type ClassReason, classOfReason, hasBoughtBy } from "./class-reason.ts";
import { type CustomerClass, isActiveClass } from "./customer-class.ts";

/**
 * What became of somebody between two days.
 *
 * `"new"` had never bought on the first day and is active on the second; `"returning"` is active on both; `"reactivated"` had bought, was
 * not active, and is again; `"dormant"` was active and is no longer (be it dormant or lost); `"inactive"` has bought by the second day but is
 * active on neither; `"prospect"` still has not bought.
 */
export type Movement = "new" | "returning" | "reactivated" | "dormant" | "inactive" | "prospect";

/** A class, or `"unknown"` for those whom nobody knew on that day. */
export type ClassBefore = CustomerClass | "unknown";

/** `before` is the rule that decided on the first day, `null` if nobody knew the customer then. */
export function movementBetween(before: ClassReason | null, after: ClassReason): Movement {
  const wasActive = before !== null && isActiveClass(classOfReason(before));
  if (!hasBoughtBy(after)) return "prospect";
  if (!isActiveClass(classOfReason(after))) return wasActive ? "dormant" : "inactive";
  if (wasActive) return "returning";
  return before !== null && hasBoughtBy(before) ? "reactivated" : "new";
}
