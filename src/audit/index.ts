export { auditCustomerBase } from "./audit-customer-base.ts";
export type { AuditOptions } from "./audit-options.ts";
export type { AuditAssumption, CustomerBaseAudit } from "./audit-result.ts";
export type { BaseCost } from "./base-costs.ts";
export type { BasePeriod, BasePeriodKind } from "./base-period.ts";
export type { BridgeContributor, BridgeMovement, BridgeStep, RevenueBridge } from "./bridge-result.ts";
export type { ChangeClass, CustomerBaseChange, DecileMigrationRow } from "./change-result.ts";
export type { CohortChoice } from "./cohort-choice.ts";
export type {
  AuditCohort,
  CohortAge,
  CohortComparison,
  CohortDevelopment,
  CohortDifference,
  NewerAgainstOlder,
  PooledCohorts,
} from "./cohort-view-result.ts";
export {
  type AuditDescription,
  type DescribeAuditOptions,
  type DescribedFinding,
  describeAudit,
} from "./describe-audit.ts";
export type {
  AuditValue,
  CustomerDifferences,
  CustomerGroup,
  DecileRow,
  OrdersClass,
  ValueClass,
  ValueDistribution,
} from "./differences-result.ts";
export type {
  AuditFinding,
  FindingCode,
  FindingFigures,
  FindingOf,
  FindingTone,
  FindingView,
} from "./finding.ts";
export type {
  BalanceFigures,
  ChangeFigures,
  FactorFigure,
  RevenueChangeFigures,
  RevenueFactor,
  StayedFigures,
  StepFigure,
} from "./finding-change-figures.ts";
export type { CheckFigures } from "./finding-check-figures.ts";
export type {
  ActivityFigures,
  AgeFigure,
  CohortFigures,
  CohortShareFigures,
  CohortsFigure,
  ComparedFigures,
  WorthFigures,
} from "./finding-cohort-figures.ts";
export type { DifferencesFigures, InequalityBand } from "./finding-differences-figures.ts";
export { auditFindings } from "./finding-list.ts";
export type { WholeFigures } from "./finding-whole-figures.ts";
export type { AuditCount, AuditLabels, AuditLocale, FindingText } from "./labels.ts";
export { type NewAndExistingOptions, newAndExistingCustomers } from "./new-and-existing-customers.ts";
export type { BaseEconomics, NewAndExistingCustomers, NewAndExistingRow } from "./new-and-existing-result.ts";
export type { PeriodComparison } from "./pair-ending.ts";
export type { OwnPeriod, PeriodPairOptions } from "./period-pair.ts";
export type { BaseWarning, Reconciliation } from "./reconciliation.ts";
export { type RevenueBridgeOptions, revenueBridge } from "./revenue-bridge.ts";
export { type RevenueTreeOptions, revenueTree } from "./revenue-tree.ts";
export type { CustomersEffect, NoSplitReason, RevenueTree, TreeFactor } from "./tree-result.ts";
export type { BaseShare, WholeBase, WholePeriod } from "./whole-base-result.ts";
