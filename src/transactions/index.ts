export type { TransactionColumnNames } from "./arrow-columns.ts";
export { transactionColumnsFromArrow } from "./arrow-columns.ts";
export type { ArrowData, ArrowTable, ArrowType, ArrowVector } from "./arrow-table.ts";
export { isArrowTable } from "./arrow-table.ts";
export type { BatchId, TransactionBatch } from "./batch-source.ts";
export type {
  DictionaryColumn,
  EpochDayColumn,
  IdColumn,
  Transaction,
  TransactionColumnArrays,
  TransactionColumns,
} from "./columns.ts";
export type { DuckDbChunk, DuckDbResult, DuckDbType, DuckDbVector } from "./duckdb-chunk.ts";
export { isDuckDbChunk } from "./duckdb-chunk.ts";
export type { DuckDbColumns } from "./duckdb-columns.ts";
export { transactionColumnsFromDuckDb } from "./duckdb-columns.ts";
export type { AbortSignalLike, BatchSource, FeedOptions, NamedBatch } from "./feed-batches.ts";
export { joinLogs } from "./join-logs.ts";
export type { TransactionLogOptions } from "./options.ts";
export type { SimulatedTransaction, SimulationOptions } from "./simulate-transactions.ts";
export { simulateTransactions } from "./simulate-transactions.ts";
export type { SplitLog } from "./split-log.ts";
export { splitLog } from "./split-log.ts";
export type { StreamContents } from "./stream-record.ts";
export type { ReturnsPolicy, ReturnsSeen, TransactionLog } from "./transaction-log.ts";
export { transactionLogFromColumns } from "./transaction-log-from-columns.ts";
export { transactionLog } from "./transaction-log-from-rows.ts";
