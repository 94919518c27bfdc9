export type { AbcSqlOptions } from "./abc-sql.ts";
export { abcSql } from "./abc-sql.ts";
export { activeCustomersSql } from "./active-customers-sql.ts";
export { classCountsSql } from "./class-counts-sql.ts";
export type { ClassificationSqlOptions } from "./classification-plan.ts";
export { classificationSql } from "./classification-sql.ts";
export type { CohortRetentionSqlOptions } from "./cohort-retention-sql.ts";
export { cohortRetentionSql } from "./cohort-retention-sql.ts";
export type {
  CustomerSummaryRow,
  SummaryRowsOptions,
  WithoutPurchaseRow,
} from "./customer-summaries-from-rows.ts";
export { customerSummariesFromRows } from "./customer-summaries-from-rows.ts";
export { customerSummariesSql } from "./customer-summaries-sql.ts";
export type { TableValue } from "./customer-value-steps.ts";
export type { SqlDialect } from "./dialect.ts";
export type { EngineNumber } from "./engine-rows.ts";
export { faultyRowsSql } from "./faulty-rows-sql.ts";
export type { JoinScoresOptions } from "./join-scores-sql.ts";
export { joinScoresSql } from "./join-scores-sql.ts";
export type { PurchaseCellRow } from "./purchase-cells-from-rows.ts";
export { purchaseCellsFromRows } from "./purchase-cells-from-rows.ts";
export type { PurchaseCellsOptions } from "./purchase-cells-sql.ts";
export { purchaseCellsSql } from "./purchase-cells-sql.ts";
export type { RetentionLedgerSqlOptions } from "./retention-ledger-sql.ts";
export { retentionLedgerSql } from "./retention-ledger-sql.ts";
export type { RfmSqlOptions } from "./rfm-sql.ts";
export { rfmSql } from "./rfm-sql.ts";
export type { TimeRounding } from "./rounded-days.ts";
export type { SqlRowsOptions } from "./rows-options.ts";
export type { ScoreColumns, ScoresOptions, ScoresTable } from "./scores-table.ts";
export { scoresTable } from "./scores-table.ts";
export type { ScoresTableSqlOptions } from "./scores-table-sql.ts";
export { scoresTableSql } from "./scores-table-sql.ts";
export type { SqlSnapshotOptions } from "./snapshot-options.ts";
export type { SpendCellRow } from "./spend-cells-from-rows.ts";
export { spendCellsFromRows } from "./spend-cells-from-rows.ts";
export type { SpendCellsOptions } from "./spend-cells-sql.ts";
export { spendCellsSql } from "./spend-cells-sql.ts";
export type { TableName } from "./table-name.ts";
export type { TransactionTable, TransactionTableColumns } from "./transaction-table.ts";
export { withoutPurchaseSql } from "./without-purchase-sql.ts";
