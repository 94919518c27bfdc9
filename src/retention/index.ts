export type { ActivityCells } from "./activity-reducer-cells.ts";
export type { StreamColumns } from "./activity-reducer-options.ts";
export type {
  ActivityReducer,
  ActivityReducerProgress,
  ActivityReducerSnapshot,
  CohortReducer,
  LedgerReducer,
} from "./activity-reducer-types.ts";
export type { ChurnByGroup, ChurnByOptions, ChurnShare, GroupChurn } from "./churn-by.ts";
export { churnBy } from "./churn-by.ts";
export type { ChurnSignalComparison } from "./churn-comparison.ts";
export { compareChurnSignals } from "./churn-comparison.ts";
export type { ChurnComparisonOptions } from "./churn-comparison-options.ts";
export type { ChurnedAccessor } from "./churn-groups.ts";
export type { ChurnReasonOptions, ChurnReasons, ReasonShare } from "./churn-reasons.ts";
export { churnReasons } from "./churn-reasons.ts";
export type {
  ChurnSignal,
  ChurnSignals,
  ChurnSignalWarning,
  ChurnSignalWarningCode,
  CustomerChurnSignals,
} from "./churn-signal.ts";
export type { ChurnSignalOptions } from "./churn-signals.ts";
export { churnSignals } from "./churn-signals.ts";
export type {
  CohortClockKind,
  CohortDefinition,
  CohortOptions,
  CohortValue,
} from "./cohort-options.ts";
export type {
  Cohort,
  CohortCell,
  CohortMatrix,
  CohortRetention,
  PooledInterval,
} from "./cohort-result.ts";
export { cohortRetention } from "./cohort-retention.ts";
export type { CohortReducerOptions } from "./create-cohort-reducer.ts";
export { createCohortReducer } from "./create-cohort-reducer.ts";
export type { LedgerReducerOptions } from "./create-ledger-reducer.ts";
export { createLedgerReducer } from "./create-ledger-reducer.ts";
export type { CustomerCounts, KnownCounts } from "./customer-counts.ts";
export type { CustomerRates } from "./customer-rates.ts";
export { customerRates } from "./customer-rates.ts";
export type { RetentionLabels, RetentionRateName } from "./labels.ts";
export type {
  PeriodMovement,
  PeriodMovementOptions,
  PeriodMovements,
  RetentionMovement,
} from "./period-movements.ts";
export { periodMovements } from "./period-movements.ts";
export type { PeriodWarning } from "./period-warnings.ts";
export type { RepeatPurchaseOptions, RepeatPurchaseRate } from "./repeat-purchase-rate.ts";
export { repeatPurchaseRate } from "./repeat-purchase-rate.ts";
export type { RetentionLedger } from "./retention-ledger.ts";
export { retentionLedger } from "./retention-ledger.ts";
export type { RetentionLedgerOptions } from "./retention-ledger-options.ts";
export type { LedgerRevenue, RetentionLedgerRow } from "./retention-ledger-row.ts";
export type { RevenueCohort, RevenueCohortCell, RevenueCohorts } from "./revenue-cohort-result.ts";
export type { RevenueCohortOptions } from "./revenue-cohorts.ts";
export { revenueCohorts } from "./revenue-cohorts.ts";
export type { RevenueMovementOptions, RevenuePeriodOptions, RevenueWarning } from "./revenue-frame.ts";
export type { RevenueBalance, RevenueCustomers, RevenuePeriod } from "./revenue-ledger.ts";
export type { RevenueMovement } from "./revenue-movement.ts";
export type { CustomerRevenueMovement } from "./revenue-movement-list.ts";
export { revenueMovementList } from "./revenue-movement-list.ts";
export type { RevenueMovements } from "./revenue-movements.ts";
export { revenueMovements } from "./revenue-movements.ts";
export type { RevenueCohortKey, RevenueGroup, RevenueMovementsBy } from "./revenue-movements-by.ts";
export { revenueMovementsBy } from "./revenue-movements-by.ts";
export type { RevenueRates, RevenueSums } from "./revenue-rates.ts";
export { revenueRates } from "./revenue-rates.ts";
export type { RevenueRetention, RevenueRetentionOptions } from "./revenue-retention.ts";
export { revenueRetention } from "./revenue-retention.ts";
export type { CalibrationBin } from "./signal-calibration.ts";
export type { ChurnSignalQuality } from "./signal-quality.ts";
export type { SignalRanking } from "./signal-roc.ts";
export type { ThresholdWish } from "./signal-threshold-for.ts";
export { thresholdFor } from "./signal-threshold-for.ts";
export type { ThresholdRow, ThresholdTable } from "./signal-thresholds.ts";
export type { StickinessOptions, StickinessRow } from "./stickiness.ts";
export { stickiness } from "./stickiness.ts";
export type { OmittedTenures, Tenure, Tenures, TenureWarning, TenureWarningCode } from "./tenure.ts";
export type { BookTenureOptions, LogTenureOptions, TenureOptions } from "./tenure-options.ts";
export { tenures } from "./tenures.ts";
