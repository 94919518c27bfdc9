export type { BdwParameters } from "./bdw.ts";
export type { BetaGeometricFitOptions } from "./beta-geometric-fit.ts";
export type { BgBbParameters } from "./bg-bb.ts";
export type { BgNbdParameters } from "./bg-nbd.ts";
export type { Bootstrap, BootstrapOptions } from "./bootstrap-model.ts";
export { bootstrapModel } from "./bootstrap-model.ts";
export type { MaximisedModel } from "./check-maximum.ts";
export { churnProbability } from "./churn-probability.ts";
export type { CnbdKParameters } from "./cnbd-k.ts";
export type {
  ComparableKind,
  ComparedModel,
  ComparisonOptions,
  FailedCandidate,
  ModelComparison,
} from "./compare-models.ts";
export { compareModels } from "./compare-models.ts";

export { confidenceIntervals } from "./confidence-intervals.ts";
export type {
  ContractCohorts,
  ContractHistories,
  ContractHistory,
  ContractRows,
} from "./contract-histories.ts";
export type { ContractModel } from "./contract-models.ts";
export type { CovariateEffect, ModelWithCovariates } from "./covariate-effects.ts";
export { covariateEffects } from "./covariate-effects.ts";
export type { CovariateCoefficient, Covariates } from "./covariate-shift.ts";
export { discountedExpectedLifetime } from "./discounted-expected-lifetime.ts";
export { discountedExpectedResidualLifetime } from "./discounted-expected-residual-lifetime.ts";
export type { DiscountOptions } from "./discounted-residual-transactions.ts";
export { discountedExpectedResidualTransactions } from "./discounted-residual-transactions.ts";
export type { RegularityEstimate, RegularityOptions } from "./estimate-regularity.ts";
export { estimateRegularity } from "./estimate-regularity.ts";
export { expectedLifetime } from "./expected-lifetime.ts";
export { expectedPurchases, NEW_CUSTOMER } from "./expected-purchases.ts";
export { expectedSpend } from "./expected-spend.ts";
export type { BdwModel } from "./fit-bdw.ts";
export { fitBdw } from "./fit-bdw.ts";
export type { BgBbFitOptions, BgBbModel } from "./fit-bg-bb.ts";
export { fitBgBb } from "./fit-bg-bb.ts";
export type { BgNbdModel } from "./fit-bg-nbd.ts";
export { fitBgNbd } from "./fit-bg-nbd.ts";
export type { BgCnbdKModel, CnbdKFitOptions, MbgCnbdKModel } from "./fit-cnbd-k.ts";
export { fitBgCnbdK, fitMbgCnbdK } from "./fit-cnbd-k.ts";
export type { GammaGammaModel } from "./fit-gamma-gamma.ts";
export { fitGammaGamma } from "./fit-gamma-gamma.ts";
export type { MbgNbdModel } from "./fit-mbg-nbd.ts";
export { fitMbgNbd } from "./fit-mbg-nbd.ts";
export type { FitOptions, Prior } from "./fit-options.ts";
export type { ParetoNbdFitOptions, ParetoNbdModel } from "./fit-pareto-nbd.ts";
export { fitParetoNbd } from "./fit-pareto-nbd.ts";
export type { SbgModel } from "./fit-sbg.ts";
export { fitSbg } from "./fit-sbg.ts";
export type { Convergence, FittedModel, ModelWarning } from "./fitted-model.ts";
export type { GammaGammaParameters } from "./gamma-gamma.ts";
export type { DateSpan, Horizon } from "./horizon.ts";
export type { InformationCriteria } from "./information-criteria.ts";
export { informationCriteria } from "./information-criteria.ts";
export type { LikelihoodRatioTest, TestableModel } from "./likelihood-ratio-test.ts";
export { likelihoodRatioTest } from "./likelihood-ratio-test.ts";
export { logLikelihood } from "./log-likelihood.ts";
export type { MbgNbdParameters } from "./mbg-nbd.ts";
export type { CalibrationTotals, HoldoutTotals, ModelValidation, TrackedPeriod } from "./model-validation.ts";
export type { Model, Predictor, PurchaseModel, SpendModel } from "./models.ts";
export type { ParetoNbdParameters } from "./pareto-nbd.ts";
export type {
  CustomerIntervals,
  IdentifiedHistories,
  IdentifiedHistory,
  PredictionIntervals,
  ProbabilityInterval,
  PurchasesInterval,
} from "./predicted-intervals.ts";
export type { PredictionErrors } from "./prediction-errors.ts";
export type { PredictionIntervalOptions } from "./prediction-intervals.ts";
export { predictionIntervals } from "./prediction-intervals.ts";
export type { AliveOptions } from "./probability-alive.ts";
export { probabilityAlive } from "./probability-alive.ts";
export type { PurchaseCountOptions } from "./probability-of-purchases.ts";
export { probabilityOfPurchases } from "./probability-of-purchases.ts";
export type { ProjectedSurvivors, ProjectionOptions } from "./project-survivors.ts";
export { projectSurvivors } from "./project-survivors.ts";
export type { PurchaseHistories, PurchaseHistory, WeightedHistory } from "./purchase-histories.ts";
export { readModel } from "./read-model.ts";
export { retentionElasticity } from "./retention-elasticity.ts";
export { retentionRate } from "./retention-rate.ts";
export type { SbgParameters } from "./sbg.ts";
export type { HistorySimulation, SimulatedHistories } from "./simulate-histories.ts";
export { simulateHistories } from "./simulate-histories.ts";
export type { SpendHistories, SpendHistory } from "./spend-cells.ts";
export type { Estimated, PerParameter } from "./standard-errors.ts";
export { standardErrors } from "./standard-errors.ts";
export type { SurvivalOptions } from "./survival-probability.ts";
export { survivalProbability } from "./survival-probability.ts";
export type { ExpectedPeriod, TrackingOptions } from "./tracking-curve.ts";
export { trackingCurve } from "./tracking-curve.ts";
export type { ValidationOptions } from "./validate-model.ts";
export { validateModel } from "./validate-model.ts";
export type { FrequencyRow, ProbabilityRow } from "./validation-tables.ts";
