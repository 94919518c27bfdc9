export type {
  DictionaryColumn,
  EpochDayColumn,
  IdColumn,
  Transaction,
  TransactionColumnArrays,
  TransactionColumns,
} from "./columns.ts";
export { joinLogs } from "./join-logs.ts";
export type { TransactionLogOptions } from "./options.ts";
export type { SimulatedTransaction, SimulationOptions } from "./simulate-transactions.ts";
export { simulateTransactions } from "./simulate-transactions.ts";
export type { SplitLog } from "./split-log.ts";
export { splitLog } from "./split-log.ts";
export type { ReturnsPolicy, ReturnsSeen, TransactionLog } from "./transaction-log.ts";
export { transactionLogFromColumns } from "./transaction-log-from-columns.ts";
export { transactionLog } from "./transaction-log-from-rows.ts";
