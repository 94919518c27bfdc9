export type { ChartLabels } from "./chart-labels.ts";
export type { AuditChartLabels } from "./chart-labels-audit.ts";
export type { CohortChartLabels } from "./chart-labels-cohorts.ts";
export type {
  ClassMovementsChartLabels,
  ClassSharesChartLabels,
  ClusterProfileChartLabels,
  CustomerChartLabels,
  KeyAccountsChartLabels,
  LorenzChartLabels,
  MigrationChartLabels,
  ParetoChartLabels,
  PortfolioChartLabels,
  RfmGridChartLabels,
  SegmentBarsChartLabels,
} from "./chart-labels-customers.ts";
export type {
  AliveChartLabels,
  CalibrationChartLabels,
  ContractChartLabels,
  FrequencyChartLabels,
  ModelChartLabels,
  TrackingChartLabels,
} from "./chart-labels-models.ts";
export type {
  FunnelChartLabels,
  HitRateByChartLabels,
  HitRateOverTimeChartLabels,
  LossReasonsChartLabels,
  OfferChartLabels,
  OfferChartTerms,
} from "./chart-labels-offers.ts";
export type { PipelineChartLabels, PipelineMeasureLabels } from "./chart-labels-pipeline.ts";
export type { ReportLabels } from "./chart-labels-report.ts";
export type {
  ChurnChartLabels,
  IncidenceChartLabels,
  LedgerChartLabels,
  RetentionChartLabels,
  RevenueChartLabels,
  SurvivalChartLabels,
} from "./chart-labels-retention.ts";
export type { SatisfactionChartLabels } from "./chart-labels-satisfaction.ts";
export type { ValueChartLabels } from "./chart-labels-values.ts";
export { de } from "./de.ts";
export { en } from "./en.ts";
export type { Locale, Term } from "./locale.ts";
