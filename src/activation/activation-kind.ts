import type { ClassifiedCustomer } from "../classification/classified-customer.ts";

/**
 * Why somebody is worth activating (Kundenaktivierung).
 *
 * The first three are dormant: `"one-and-done"` bought once and never again, `"lapsed"` bought several times and stopped, `"never-converted"` was
 * contacted again and again and never bought. `"declining"` customers are still active, but overdue or with much less revenue than before;
 * `"lost"` ones have been silent for longer than `lostAfter`, or have left.
 */
export type ActivationKind = "one-and-done" | "lapsed" | "declining" | "never-converted" | "lost";

/**
 * What may be done about it; a name of your own may stand for another measure.
 *
 * `"second-purchase-offer"`, `"win-back"`, `"personal-contact"`, `"follow-up-offer"` and `"return-offer"` are what is suggested for the five kinds.
 */
export type ActivationMeasure =
  | "second-purchase-offer"
  | "win-back"
  | "personal-contact"
  | "follow-up-offer"
  | "return-offer"
  | (string & Record<never, never>);

/** A measure for each kind. */
export type ActivationMeasures = Readonly<Record<ActivationKind, ActivationMeasure>>;

/** The kinds in the order in which results list them. */
export const ACTIVATION_KINDS: readonly ActivationKind[] = [
  "one-and-done",
  "lapsed",
  "declining",
  "never-converted",
  "lost",
];

/** The measure follows the reason. */
export const SUGGESTED_MEASURES: ActivationMeasures = {
  "one-and-done": "second-purchase-offer",
  lapsed: "win-back",
  declining: "personal-contact",
  "never-converted": "follow-up-offer",
  lost: "return-offer",
};

/** The kind of a classified customer; `null` for those whom there is nothing to activate in. */
export function activationKindOf(customer: ClassifiedCustomer): ActivationKind | null {
  if (customer.class === "dormant") return customer.subReason;
  return customer.class === "declining" || customer.class === "lost" ? customer.class : null;
}
