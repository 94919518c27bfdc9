export type {
  ActivationCandidate,
  ActivationCandidates,
  ActivationKindCount,
  ActivationWarning,
  ActivationWarningCode,
  ValueBasis,
} from "./activation-candidate.ts";
export { activationCandidates } from "./activation-candidates.ts";
export { activationEffect } from "./activation-effect.ts";
export type {
  ActivationEffectOptions,
  ActivationOutcome,
  ContactCosts,
  ControlCustomer,
  MeasuredContact,
} from "./activation-effect-options.ts";
export type {
  ActivationEffect,
  ActivationEffectWarning,
  ActivationEffectWarningCode,
  ActivationResponse,
  GroupActivationResponse,
  ResponseRate,
} from "./activation-effect-result.ts";
export type { ActivationKind, ActivationMeasure, ActivationMeasures } from "./activation-kind.ts";
export type {
  ActivationBudget,
  ActivationExclusion,
  ActivationPlan,
  ActivationPlanWarning,
  ActivationPlanWarningCode,
  ActivationTarget,
  ExcludedCandidate,
  ExclusionCount,
  PlannedContact,
  PlannedEffort,
} from "./activation-plan.ts";
export type { CandidateOptions, CustomerValue } from "./candidate-options.ts";
export type { ActivationLabels, SuggestedMeasure } from "./labels.ts";
export type {
  ActivationConsent,
  ActivationPlanOptions,
  MeasureEconomics,
  PastContact,
} from "./plan-options.ts";
export { prioritizeActivation } from "./prioritize-activation.ts";
export type { ActivationTargets } from "./read-targets.ts";
