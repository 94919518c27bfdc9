export { abcClasses } from "./abc-classes.ts";
export type { AbcBy, AbcClass, AbcLimitOptions, AbcMethod, AbcOptions } from "./abc-options.ts";
export type {
  AbcAnalysis,
  AbcClassSummary,
  AbcComputedLimits,
  AbcCustomer,
  AbcPoint,
  AbcWarning,
  AbcWarningCode,
} from "./abc-result.ts";
export type {
  AccountCriterion,
  CriterionDirection,
  CriterionNormalisation,
} from "./account-criterion.ts";
export type { CriterionScore } from "./account-scores.ts";
export type { AccountWarning, AccountWarningCode } from "./account-warnings.ts";
export { concentrationRisk } from "./concentration-risk.ts";
export type { ConcentrationLimits, ConcentrationRiskOptions } from "./concentration-risk-options.ts";
export type {
  ConcentrationBand,
  ConcentrationIndex,
  ConcentrationRisk,
  CustomerAtRisk,
  DisclosedCustomers,
  TopLoss,
  ValueAtRisk,
} from "./concentration-risk-result.ts";
export { customerPortfolio } from "./customer-portfolio.ts";
export type { PortfolioAxis, PortfolioAxisName } from "./customer-portfolio-axis.ts";
export type { CustomerPortfolioOptions, PortfolioLimitOptions } from "./customer-portfolio-options.ts";
export type {
  CustomerPortfolio,
  PortfolioCustomer,
  PortfolioField,
  PortfolioFieldRow,
} from "./customer-portfolio-result.ts";
export type { KeyAccountLabels } from "./key-account-labels.ts";
export type {
  KeyAccountMovement,
  KeyAccountMovementCounts,
  KeyAccountMovements,
  KeyAccountMovementValues,
  MovedKeyAccount,
} from "./key-account-movements.ts";
export { keyAccountMovements } from "./key-account-movements.ts";
export type { KeyAccountOptions, KeyAccountRule } from "./key-account-options.ts";
export type { KeyAccount, KeyAccountReason, KeyAccountSummary, KeyAccounts } from "./key-account-result.ts";
export { keyAccounts } from "./key-accounts.ts";
export type { AbcLabels, ConcentrationLabels, ConcentrationMeasure } from "./labels.ts";
export type { ParetoShare, ParetoShareOptions } from "./pareto-share.ts";
export { paretoShare } from "./pareto-share.ts";
