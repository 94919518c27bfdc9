import type { ValueBasis } from "./activation-candidate.ts";
import type { ActivationKind, ActivationMeasure } from "./activation-kind.ts";
import type { ActivationExclusion } from "./activation-plan.ts";

/** The measures that the library suggests itself. */
export type SuggestedMeasure = Extract<
  ActivationMeasure,
  "second-purchase-offer" | "win-back" | "personal-contact" | "follow-up-offer" | "return-offer"
>;

/** Words for the codes of activation. */
export interface ActivationLabels {
  readonly kinds: Readonly<Record<ActivationKind, string>>;
  /** What is suggested; measures of your own have the name that you gave them. */
  readonly measures: Readonly<Record<SuggestedMeasure, string>>;
  readonly valueBases: Readonly<Record<ValueBasis, string>>;
  /** Why somebody is not contacted. */
  readonly exclusions: Readonly<Record<ActivationExclusion, string>>;
}
