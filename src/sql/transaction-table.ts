import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { timeZoneTrouble } from "../time/time-zone.ts";
import { SQL_DIALECTS, type SqlDialect } from "./dialect.ts";
import { checkIdentifier } from "./quoting.ts";
import { checkTableName, type TableName } from "./table-name.ts";

/** A table or view of transactions in an engine, as the queries read it. */
export interface TransactionTable {
  readonly dialect: SqlDialect;
  /** Name of the table; a list for one inside a schema: `["shop", "orders"]`. */
  readonly table: TableName;
  /** Names of the columns. */
  readonly columns: TransactionTableColumns;
  /**
   * IANA zone that decides the civil day of instants. Left out, the column holds civil days, or local times whose day is the day: it is
   * cast as it is.
   */
  readonly timeZone?: string;
  /** What becomes of transactions below 0: `"net"` lets them reduce revenue (default), `"ignore"` leaves them out. */
  readonly returns?: "net" | "ignore";
}

/** Which column holds what. */
export interface TransactionTableColumns {
  readonly customer: string;
  readonly date: string;
  readonly amount: string;
  /** Order id: line items with one order id of one customer become one transaction. */
  readonly order?: string;
  /** Margin of the transaction in money. */
  readonly margin?: string;
}

const NAMES = {
  dialect: true,
  table: true,
  columns: true,
  timeZone: true,
  returns: true,
} satisfies Record<keyof TransactionTable, true>;

const COLUMNS = { customer: true, date: true, amount: true, order: true, margin: true } satisfies Record<
  keyof TransactionTableColumns,
  true
>;

/** Refuses a table that cannot be read, or whose names cannot be quoted. */
export function checkTransactionTable(source: TransactionTable, path = "source"): void {
  checkNames(path, source, NAMES);
  const { dialect, table, columns, timeZone, returns = "net" } = source;
  checkOneOf(`${path}.dialect`, dialect, SQL_DIALECTS);
  checkTableName(`${path}.table`, table, dialect);
  checkNames(`${path}.columns`, columns, COLUMNS);
  for (const column of ["customer", "date", "amount"] as const)
    checkIdentifier(`${path}.columns.${column}`, columns[column], dialect);
  if (columns.order !== undefined) checkIdentifier(`${path}.columns.order`, columns.order, dialect);
  if (columns.margin !== undefined) checkIdentifier(`${path}.columns.margin`, columns.margin, dialect);
  if (timeZone !== undefined) checkOption(`${path}.timeZone`, timeZone, zoneTrouble(timeZone));
  checkOneOf(`${path}.returns`, returns, ["net", "ignore"]);
}

/** Engines read `+01:00` with either sign, and take short names such as `CET` for an hour without summer time. */
function zoneTrouble(timeZone: string): string | null {
  const named = timeZone === "UTC" || /^[A-Za-z]+\//.test(timeZone);
  return (
    timeZoneTrouble(timeZone) ??
    (named
      ? null
      : 'Engines understand this name in different ways: pass one of an area and a place such as "Europe/Berlin", or "UTC".')
  );
}
