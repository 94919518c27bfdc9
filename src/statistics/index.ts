export type {
  BetaBinomialConvergence,
  BetaBinomialErrors,
  BetaBinomialFit,
} from "./beta-binomial-fit.ts";
export type { BetaBinomialCode, BetaBinomialWarning } from "./beta-binomial-warning.ts";
export type { CalibrationLine } from "./calibration-line.ts";
export type {
  ChooseKColumnOptions,
  ChooseKOptions,
  ClusterChoice,
  ClusterChoiceRow,
  ClusterRange,
} from "./choose-k.ts";
export { chooseK } from "./choose-k.ts";
export type {
  AssignClustersOptions,
  AssignColumnsOptions,
  ClusterAssignment,
  ClusterAssignmentColumns,
} from "./cluster-assignment.ts";
export { assignClusters } from "./cluster-assignment.ts";
export type { ClusterCentres } from "./cluster-check-model.ts";
export type { FeatureFields } from "./cluster-placement.ts";
export type {
  BaseMeasure,
  ClusterMeasure,
  ClusterProfile,
  ClusterProfileColumnOptions,
  ClusterProfileOptions,
  ProfiledCluster,
  ProfileMeasure,
} from "./cluster-profile.ts";
export { clusterProfile } from "./cluster-profile.ts";
export type { Concentration, ConcentrationOptions, TopShare } from "./concentration.ts";
export { concentration } from "./concentration.ts";
export type { NumberList } from "./concentration-arguments.ts";
export type { Concordance } from "./concordance.ts";
export type { ConditionalSurvivalOptions } from "./conditional-survival.ts";
export { conditionalSurvival } from "./conditional-survival.ts";
export type { ConfidenceOptions, Interval } from "./confidence.ts";
export type {
  CovariateSpec,
  CovariateValue,
  CoxCategory,
  CoxCovariate,
  CoxNumber,
} from "./cox-covariates.ts";
export type { HazardRatio } from "./cox-hazard-ratio.ts";
export { hazardRatio } from "./cox-hazard-ratio.ts";
export type {
  ChiSquareTest,
  CoxBaseline,
  CoxBaselineRow,
  CoxCoefficient,
  CoxConvergence,
  CoxModel,
  CoxTests,
  CoxWarning,
  Stratum,
} from "./cox-model.ts";
export type {
  CovariateColumn,
  CoxColumnOptions,
  CoxFields,
  CoxOptions,
  CoxSettings,
} from "./cox-options.ts";
export type { CovariateRow } from "./cox-predictor.ts";
export { coxRegression } from "./cox-regression.ts";
export type { CoxSurvivalOptions, PredictedSurvival, PredictedSurvivalRow } from "./cox-survival.ts";
export { coxSurvival } from "./cox-survival.ts";
export type { CoxTies } from "./cox-ties.ts";
export type { CumulativeIncidenceOptions } from "./cumulative-incidence.ts";
export { cumulativeIncidence } from "./cumulative-incidence.ts";
export { incidenceAt } from "./cumulative-incidence-at.ts";
export { incidenceQuantile } from "./cumulative-incidence-quantile.ts";
export type {
  CauseIncidence,
  CumulativeIncidence,
  IncidenceEstimate,
  IncidenceStep,
} from "./cumulative-incidence-result.ts";
export type { CauseAccessors } from "./cumulative-incidence-rows.ts";
export type {
  ColumnFeatures,
  FeatureColumn,
  FeatureColumns,
  FeatureScaling,
  FeatureSpec,
  FeatureTransform,
  FeatureTreatment,
  RowFeatures,
} from "./feature-spec.ts";
export { fitBetaBinomial } from "./fit-beta-binomial.ts";
export type { GiniOptions } from "./gini.ts";
export { gini } from "./gini.ts";
export type { JamesStein, JamesSteinOptions, JamesSteinRow, RateTransform } from "./james-stein.ts";
export { jamesStein } from "./james-stein.ts";
export { kMeans } from "./k-means.ts";
export type { Cluster, ClusterFeature, ClusterWarning, KMeansModel } from "./k-means-model.ts";
export type {
  ClusterSearchSettings,
  KMeansColumnOptions,
  KMeansOptions,
  KMeansSettings,
} from "./k-means-options.ts";
export type { KaplanMeierOptions } from "./kaplan-meier.ts";
export { kaplanMeier } from "./kaplan-meier.ts";
export type { GroupSurvivalCurve } from "./kaplan-meier-by.ts";
export { kaplanMeierBy } from "./kaplan-meier-by.ts";
export { logRank } from "./log-rank.ts";
export type {
  GroupedDurationColumns,
  LogRankColumnOptions,
  LogRankGroup,
  LogRankOptions,
  LogRankTest,
  LogRankWarning,
} from "./log-rank-test.ts";
export type { FlemingHarrington, LogRankWeights } from "./log-rank-weights.ts";
export type { LogisticHoldout } from "./logistic-holdout.ts";
export type {
  LogisticCoefficient,
  LogisticConvergence,
  LogisticIntercept,
  LogisticModel,
  LogisticPenalty,
  LogisticWarning,
} from "./logistic-model.ts";
export type { LogisticFields, LogisticOptions, LogisticSettings } from "./logistic-options.ts";
export type { LogisticProbability } from "./logistic-probability.ts";
export { logisticProbabilities, logisticProbability } from "./logistic-probability.ts";
export { logisticRegression } from "./logistic-regression.ts";
export type { LorenzCurve, LorenzOptions, LorenzPoint } from "./lorenz-curve.ts";
export { lorenzCurve } from "./lorenz-curve.ts";
export type { HazardCurve, HazardIntervalScale, HazardOptions, HazardRow } from "./nelson-aalen.ts";
export { nelsonAalen } from "./nelson-aalen.ts";
export type { DurationColumns, ObservedDuration, ObservedDurations } from "./observed-durations.ts";
export type {
  ConcentrationInputOptions,
  NegativeValues,
  NumberWeight,
  RaisedToZero,
  RowWeight,
} from "./ordered-values.ts";
export type { PredictionQuality, QualityOptions } from "./prediction-quality.ts";
export { predictionQuality } from "./prediction-quality.ts";
export { probabilityOfBeating } from "./probability-of-beating.ts";
export type { ProportionEstimate, ProportionOptions } from "./proportion-interval.ts";
export { proportionInterval, wilson } from "./proportion-interval.ts";
export type { ProportionMethod, ProportionMethodName } from "./proportion-method.ts";
export { agrestiCoull, clopperPearson, jeffreys, wald, wilsonCorrected } from "./proportion-methods.ts";
export type {
  ProportionalHazardsOptions,
  ProportionalHazardsRow,
  ProportionalHazardsTest,
} from "./proportional-hazards-test.ts";
export { proportionalHazardsTest } from "./proportional-hazards-test.ts";
export type { RateColumns } from "./rate-columns.ts";
export type { RateCounts, RateDifference } from "./rate-difference.ts";
export { rateDifference } from "./rate-difference.ts";
export type { BetaParameters, RatePrior } from "./rate-prior.ts";
export { readCoxModel } from "./read-cox-model.ts";
export { readLogisticModel } from "./read-logistic-model.ts";
export type { ReliabilityBin } from "./reliability-bins.ts";
export type { RestrictedMean } from "./restricted-mean.ts";
export { restrictedMean } from "./restricted-mean.ts";
export type { RestrictedMeanDifference } from "./restricted-mean-difference.ts";
export { restrictedMeanDifference } from "./restricted-mean-difference.ts";
export type { RiskWarning } from "./risk-warnings.ts";
export type { RocArea } from "./roc-area.ts";
export type {
  DetectDifference,
  DifferenceSize,
  MeasureDifference,
} from "./sample-size-for-difference.ts";
export { sampleSizeForDifference } from "./sample-size-for-difference.ts";
export type { RateSize, RateSizeOptions } from "./sample-size-for-rate.ts";
export { sampleSizeForRate } from "./sample-size-for-rate.ts";
export type { ShrinkOptions, ShrinkSettings, ShrunkenGroup, ShrunkenGroups } from "./shrink-rates.ts";
export { shrinkRates } from "./shrink-rates.ts";
export type { ShrunkenRate } from "./shrunken-rate.ts";
export type {
  ClusterSilhouette,
  Silhouette,
  SilhouetteOptions,
  SilhouetteSettings,
} from "./silhouette.ts";
export { silhouette } from "./silhouette.ts";
export { survivalAt } from "./survival-at.ts";
export type { SurvivalCurve, SurvivalRow } from "./survival-curve.ts";
export type { SurvivalEstimate, SurvivalIntervalScale } from "./survival-interval.ts";
export type { SurvivalQuantile, SurvivalQuantileOptions } from "./survival-quantile.ts";
export { survivalQuantile } from "./survival-quantile.ts";
export type { TimeScale } from "./time-scale.ts";
export type { LogisticValidation, LogisticValidationOptions } from "./validate-logistic.ts";
export { validateLogistic } from "./validate-logistic.ts";
