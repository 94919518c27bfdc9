export type { AcquisitionCost, AcquisitionCostOptions, AcquisitionCostPart } from "./acquisition-cost.ts";
export { acquisitionCost } from "./acquisition-cost.ts";
export type { AcquisitionReturn, MaximumAcquisitionCostOptions } from "./acquisition-return.ts";
export { acquisitionReturn, maximumAcquisitionCost } from "./acquisition-return.ts";
export type { ClvByOptions } from "./clv-by.ts";
export { clvBy } from "./clv-by.ts";
export type { ClvByCohortOptions } from "./clv-by-cohort.ts";
export { clvByCohort } from "./clv-by-cohort.ts";
export type { ValueGroup, ValueSpread, ValuesByGroup } from "./clv-groups.ts";
export type { CohortPayback, CohortPaybackOptions, CohortPaybackRow } from "./cohort-payback.ts";
export { cohortPayback } from "./cohort-payback.ts";
export type {
  AcquisitionBudget,
  BudgetComparison,
  BudgetReturn,
  CompareBudgetsOptions,
  RetentionBudget,
} from "./compare-budgets.ts";
export { compareBudgets } from "./compare-budgets.ts";
export type { LifetimeValueComparison } from "./compare-lifetime-values.ts";
export { compareLifetimeValues } from "./compare-lifetime-values.ts";
export type { ConstantRetentionOptions, MarginMultipleOptions } from "./constant-retention-value.ts";
export { constantRetentionValue, marginMultiple } from "./constant-retention-value.ts";
export type {
  ContributionLevel,
  Contributions,
  CustomerContributions,
  CustomerCostKind,
} from "./contribution.ts";
export type { CustomerCost } from "./customer-costs.ts";
export type {
  CustomerEquity,
  CustomerEquityOptions,
  ExpectedCohort,
  ExpectedCohortValue,
  ExpectedCustomers,
} from "./customer-equity.ts";
export { customerEquity } from "./customer-equity.ts";
export type { FirstMargin } from "./first-margin.ts";
export type { FormulaValueOptions } from "./formula-value.ts";
export { formulaValue } from "./formula-value.ts";
export type { GivenValue } from "./given-value.ts";
export type { HistoricValue, HistoricValueOptions, TransactionCosts } from "./historic-value.ts";
export { historicValue } from "./historic-value.ts";
export type { ClvLabels } from "./labels.ts";
export type {
  LifetimeValue,
  LifetimeValueAssumptions,
  LifetimeValueMethod,
  LifetimeValuePeriod,
} from "./lifetime-value.ts";
export type { CustomerMarginRate, MarginRates } from "./margin-rates.ts";
export type { Payback, PaybackOptions, PaybackRow } from "./payback-period.ts";
export { paybackPeriod } from "./payback-period.ts";
export type {
  ColumnPredictionOptions,
  CustomerColumns,
  NumberColumn,
  PredictedColumns,
} from "./predict-columns.ts";
export { predictColumns } from "./predict-columns.ts";
export type { CustomerPrediction, PredictionOptions } from "./predict-customers.ts";
export { predictCustomers } from "./predict-customers.ts";
export type { PredictedCustomerValue, PredictedValue } from "./predicted-value.ts";
export { predictedValue } from "./predicted-value.ts";
export type {
  PredictedValueOptions,
  ValuedBase,
  ValuedCustomer,
  ValuedModel,
} from "./predicted-value-options.ts";
export type { Referral, ReferralValue, ReferralValueOptions } from "./referral-value.ts";
export { referralValue } from "./referral-value.ts";
export type { RetentionCurve, RetentionModel } from "./retention-curve.ts";
export type { RetentionCurveOptions } from "./retention-curve-value.ts";
export { retentionCurveValue } from "./retention-curve-value.ts";
export type { RetentionChange, RetentionImpact, RetentionImpactOptions } from "./retention-impact.ts";
export { retentionImpact } from "./retention-impact.ts";
export type { ValueInterval } from "./value-interval.ts";
