import type { CountLabel } from "../text/count-label.ts";
import type { TextFormat } from "../text/text-format.ts";
import type { ClassReason, DormantSubReason } from "./class-reason.ts";
import type { CustomerClass } from "./customer-class.ts";
import type { Movement } from "./movement.ts";

/** The words of classification in one language. */
export interface ClassificationLabels {
  readonly classes: Readonly<Record<CustomerClass, string>>;
  /** For the class before a movement, if nobody knew the customer then. */
  readonly unknown: string;
  readonly subReasons: Readonly<Record<DormantSubReason, string>>;
  readonly movements: Readonly<Record<Movement, string>>;
  /**
   * A sentence for each rule. Places: dates `{firstPurchase} {lastPurchase} {lastActivity} {terminatedOn} {backOn}`, counts with their word
   * `{purchases} {purchasesInWindow} {contacts} {silence} {usualGap} {backAfter}`, money `{revenueInWindow} {revenueBefore}`, and
   * `{usualGapOf}`.
   */
  readonly reasons: Readonly<Record<ClassReason, string>>;
  readonly counts: Readonly<Record<"days" | "purchases" | "contacts", CountLabel>>;
  /** Whose usual gap it is. */
  readonly usualGapOf: Readonly<Record<"own" | "base", string>>;
  /** Stands where there is no date. */
  readonly never: string;
}

/** What `explainClass` needs of a locale; `en` and `de` have it, and an object of your own may. */
export interface ClassificationLocale {
  readonly format: TextFormat;
  readonly classification: ClassificationLabels;
}
