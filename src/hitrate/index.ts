export type { HitRate } from "./hit-rate.ts";
export { hitRate } from "./hit-rate.ts";
export { hitRateBy } from "./hit-rate-by.ts";
export type { HitRateByOptions, HitRateOrder } from "./hit-rate-by-options.ts";
export type { GroupHitRate, HitRateBy, ShrunkenHitRate } from "./hit-rate-by-result.ts";
export type {
  ComparedHitRate,
  HitRateComparison,
  HitRateDifference,
  HitRateDifferenceOptions,
  HitRateSpan,
} from "./hit-rate-difference.ts";
export { hitRateDifference } from "./hit-rate-difference.ts";
export type { HitRateLabels } from "./hit-rate-labels.ts";
export type {
  HitRateBasis,
  HitRateOptions,
  HitRateWindow,
  NoDecisionRule,
  OfferWindowOptions,
  WithdrawnRule,
} from "./hit-rate-options.ts";
export { hitRateOverTime } from "./hit-rate-over-time.ts";
export type { HitRateOverTimeOptions } from "./hit-rate-over-time-options.ts";
export type { HitRateOverTime, PeriodCounts, PeriodHitRate } from "./hit-rate-over-time-result.ts";
export type {
  BasisRates,
  BookCounts,
  HitRateAssumptions,
  HitRateCounts,
  HitRateTotal,
  HitRateWarning,
  HitRateWarningCode,
  NumberRate,
  OrderedValue,
  ValueRate,
} from "./hit-rate-result.ts";
export type { HitRatePoints, HitRateValue, HitRateValueOptions, OfferFigures } from "./hit-rate-value.ts";
export { hitRateValue } from "./hit-rate-value.ts";
export type {
  GroupLossReasons,
  LossReason,
  LossReasonOptions,
  LossReasons,
  LossReasonTable,
} from "./loss-reasons.ts";
export { lossReasons } from "./loss-reasons.ts";
export type { OfferProbability } from "./offer-probability.ts";
export type { PipelineSourceOptions } from "./pipeline-frame.ts";
export type { PipelineProbabilities } from "./pipeline-given.ts";
export type { PipelineLabels } from "./pipeline-labels.ts";
export type { PipelineLearning } from "./pipeline-learning.ts";
export type { PipelineRate } from "./pipeline-rates.ts";
export type {
  PipelineBasis,
  PipelineExpectation,
  PipelineGroup,
  PipelineHistory,
  PipelineMethod,
  PipelineRow,
  PipelineTotal,
  PipelineWarning,
  PipelineWarningCode,
  WeightedPipeline,
} from "./pipeline-result.ts";
export { prioritizeOffers } from "./prioritize-offers.ts";
export type { OfferPriorityLabels } from "./prioritize-offers-labels.ts";
export type { OfferEconomicsOptions, PrioritizeOffersOptions } from "./prioritize-offers-options.ts";
export type {
  OfferCapacity,
  OfferDecision,
  OfferDecisionReason,
  OfferEffort,
  OfferEffortByReason,
  PrioritizedOffer,
  PrioritizedOffers,
  PriorityWarning,
  PriorityWarningCode,
} from "./prioritize-offers-result.ts";
export type { SalesCycleOptions } from "./sales-cycle.ts";
export { salesCycle } from "./sales-cycle.ts";
export type { SalesCycleLabels } from "./sales-cycle-labels.ts";
export type {
  CycleLength,
  CycleOf,
  CycleQuantile,
  GroupCycleLength,
  SalesCycle,
} from "./sales-cycle-result.ts";
export type { SalesVelocityOptions } from "./sales-velocity.ts";
export { salesVelocity } from "./sales-velocity.ts";
export type {
  GroupVelocity,
  SalesVelocity,
  Velocity,
  VelocityFactor,
  VelocityGap,
  VelocityImprovement,
} from "./sales-velocity-result.ts";
export type { StageConversionOptions } from "./stage-conversion.ts";
export { stageConversion } from "./stage-conversion.ts";
export type {
  CumulativeConversion,
  FunnelOfOffers,
  FunnelStage,
  FunnelWarning,
  GroupFunnel,
  StageConversion,
  StageWinRate,
  StepConversion,
} from "./stage-conversion-result.ts";
export type { TimeToDecisionOptions } from "./time-to-decision.ts";
export { timeToDecision } from "./time-to-decision.ts";
export type {
  DecisionOutcome,
  DecisionQuantile,
  DecisionTimes,
  GroupDecisionTimes,
  OutcomeTimes,
  TimeToDecision,
  WithdrawnEnd,
} from "./time-to-decision-result.ts";
export type { DecisionScope, DecisionWindow } from "./time-to-decision-sample.ts";
export type { PipelineOptions } from "./weighted-pipeline.ts";
export { weightedPipeline } from "./weighted-pipeline.ts";
export type { WinForecastOptions } from "./win-forecast.ts";
export { winForecast } from "./win-forecast.ts";
export type { ForecastShare, WinForecast, WinForecastPeriod } from "./win-forecast-result.ts";
export type {
  WinFeature,
  WinHoldout,
  WinLevel,
  WinModel,
  WinModelOffers,
  WinWarning,
  WinWarningCode,
} from "./win-model.ts";
export { fitWinModel } from "./win-model-fit.ts";
export type { WinModelLabels } from "./win-model-labels.ts";
export type { WinHoldoutRule, WinModelOptions } from "./win-model-options.ts";
export { readWinModel } from "./win-model-read.ts";
export type { WinProbability, WinProbabilityOptions } from "./win-probabilities.ts";
export { winProbabilities } from "./win-probabilities.ts";
