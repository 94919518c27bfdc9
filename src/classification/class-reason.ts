import type { CustomerClass } from "./customer-class.ts";

/** The rule that put a customer into a class; `explainClass` says it in a sentence. */
export type ClassReason =
  | "terminated"
  | "contacted-in-vain"
  | "no-purchase"
  | "long-silence"
  | "silence"
  | "recent-first-purchase"
  | "back-after-silence"
  | "overdue"
  | "revenue-drop"
  | "frequent-purchases"
  | "active";

/**
 * Why a customer is dormant, since each asks for another measure.
 *
 * `"one-and-done"` bought once and never again, `"lapsed"` bought several times and stopped, `"never-converted"` was contacted again and
 * again and never bought.
 */
export type DormantSubReason = "one-and-done" | "lapsed" | "never-converted";

const CLASS_OF_REASON: Readonly<Record<ClassReason, CustomerClass>> = {
  terminated: "lost",
  "contacted-in-vain": "dormant",
  "no-purchase": "prospect",
  "long-silence": "lost",
  silence: "dormant",
  "recent-first-purchase": "new",
  "back-after-silence": "reactivated",
  overdue: "declining",
  "revenue-drop": "declining",
  "frequent-purchases": "regular",
  active: "existing",
};

/** Each rule leads to one class. */
export function classOfReason(reason: ClassReason): CustomerClass {
  return CLASS_OF_REASON[reason];
}

/** All rules but two are about people who have bought. */
export function hasBoughtBy(reason: ClassReason): boolean {
  return reason !== "no-purchase" && reason !== "contacted-in-vain";
}

/** `purchases` counts as the option `count` says. */
export function dormantSubReason(reason: ClassReason, purchases: number): DormantSubReason | null {
  if (reason === "contacted-in-vain") return "never-converted";
  if (reason !== "silence") return null;
  return purchases === 1 ? "one-and-done" : "lapsed";
}
