export { type AliveHistoryChartOptions, aliveHistoryChart } from "./alive-history-chart.ts";
export { auditChart } from "./audit-chart.ts";
export { type CalibrationChartOptions, calibrationChart } from "./calibration-chart.ts";
export type { Chart, ChartPart, ChartRow, ChartTitle, ChartValue } from "./chart.ts";
export type { ChartOptions } from "./chart-options.ts";
export { type ChurnCalibrationChartOptions, churnCalibrationChart } from "./churn-calibration-chart.ts";
export { type ChurnRocChartOptions, churnRocChart } from "./churn-roc-chart.ts";
export { type ClassMovementsChartOptions, classMovementsChart } from "./class-movements-chart.ts";
export { type ClassSharesChartOptions, classSharesChart } from "./class-shares-chart.ts";
export { type ClusterProfileChartOptions, clusterProfileChart } from "./cluster-profile-chart.ts";
export { cohortCurvesChart } from "./cohort-curves-chart.ts";
export { cohortRetentionChart } from "./cohort-retention-chart.ts";
export { cohortRevenueChart } from "./cohort-revenue-chart.ts";
export type { ProjectingModel } from "./contract-rows.ts";
export {
  type CumulativeIncidenceChartOptions,
  cumulativeIncidenceChart,
} from "./cumulative-incidence-chart.ts";
export { decileChart } from "./decile-chart.ts";
export { type ChartDisplay, type DisplayOptions, display, type MediaBundle } from "./display.ts";
export { equityByCohortChart } from "./equity-by-cohort-chart.ts";
export { type ExpectedPurchasesChartOptions, expectedPurchasesChart } from "./expected-purchases-chart.ts";
export { funnelChart } from "./funnel-chart.ts";
export type { HistoryGridOptions } from "./history-grid.ts";
export { hitRateByChart } from "./hit-rate-by-chart.ts";
export { hitRateOverTimeChart } from "./hit-rate-over-time-chart.ts";
export { type KeyAccountsChartOptions, keyAccountsChart } from "./key-accounts-chart.ts";
export { type LifetimeValueChartOptions, lifetimeValueChart } from "./lifetime-value-chart.ts";
export {
  type LifetimeValuePeriodsChartOptions,
  lifetimeValuePeriodsChart,
} from "./lifetime-value-periods-chart.ts";
export { type LorenzChartOptions, lorenzChart } from "./lorenz-chart.ts";
export { type LossReasonsChartOptions, lossReasonsChart } from "./loss-reasons-chart.ts";
export { type MigrationChartOptions, migrationChart } from "./migration-chart.ts";
export { type ParetoChartOptions, paretoChart } from "./pareto-chart.ts";
export { type PipelineChartOptions, pipelineChart } from "./pipeline-chart.ts";
export type { PipelineMeasure } from "./pipeline-measure.ts";
export { type PortfolioChartOptions, portfolioChart } from "./portfolio-chart.ts";
export { type ProbabilityAliveChartOptions, probabilityAliveChart } from "./probability-alive-chart.ts";
export { type PurchaseFrequencyChartOptions, purchaseFrequencyChart } from "./purchase-frequency-chart.ts";
export { renderAudit } from "./render-audit.ts";
export type { RenderAuditOptions } from "./render-audit-options.ts";
export type { ReportTheme } from "./report-style.ts";
export type { ToSvg } from "./report-svg.ts";
export {
  type RetentionCurveModelChartOptions,
  retentionCurveModelChart,
} from "./retention-curve-model-chart.ts";
export { retentionLedgerChart } from "./retention-ledger-chart.ts";
export { revenueBridgeChart } from "./revenue-bridge-chart.ts";
export { type RevenueMovementsChartOptions, revenueMovementsChart } from "./revenue-movements-chart.ts";
export { type RfmGridChartOptions, rfmGridChart } from "./rfm-grid-chart.ts";
export { type SatisfactionScores, satisfactionChart } from "./satisfaction-chart.ts";
export { satisfactionOverTimeChart } from "./satisfaction-over-time-chart.ts";
export type { AnyScore } from "./satisfaction-words.ts";
export { type SegmentBarsChartOptions, segmentBarsChart } from "./segment-bars-chart.ts";
export { type SurvivalChartOptions, survivalChart } from "./survival-chart.ts";
export type { ChartTheme } from "./theme.ts";
export type { TimeUnitOptions } from "./time-words.ts";
export { type TrackingChartOptions, trackingChart } from "./tracking-chart.ts";
export { valueComparisonChart } from "./value-comparison-chart.ts";
export type { ValueNameOptions } from "./value-name.ts";
export { type WinForecastChartOptions, winForecastChart } from "./win-forecast-chart.ts";
