export type { SqlDialect } from "./dialect.ts";
export type { TransactionTable, TransactionTableColumns } from "./transaction-table.ts";
