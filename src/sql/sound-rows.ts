import type { IsoDate } from "../time/civil-day.ts";
import type { SqlDialect } from "./dialect.ts";
import { type SqlSyntax, sqlSyntax } from "./syntax.ts";
import { writtenTable } from "./table-name.ts";
import type { TransactionTable, TransactionTableColumns } from "./transaction-table.ts";

/** A table as its rows are read: each column under the name of the row it stands in, lest it be taken for a name of the query. */
export interface ReadTable {
  readonly syntax: SqlSyntax;
  /** The table and the name its rows go by. */
  readonly from: string;
  /** The named columns, as they stand in the table. */
  readonly columns: { readonly [Name in keyof TransactionTableColumns]: string };
  /** The civil day of a row. */
  readonly day: string;
}

const ROW = "source_row";

/** How a checked table is read. */
export function readTable(source: TransactionTable): ReadTable {
  const syntax = sqlSyntax(source.dialect);
  const inRow = (column: string): string => `${ROW}.${syntax.name(column)}`;
  const { customer, date, amount, order, margin } = source.columns;
  return {
    syntax,
    from: `${writtenTable(syntax, source.table)} AS ${ROW}`,
    columns: {
      customer: inRow(customer),
      date: inRow(date),
      amount: inRow(amount),
      ...(order === undefined ? {} : { order: inRow(order) }),
      ...(margin === undefined ? {} : { margin: inRow(margin) }),
    },
    day: syntax.toDay(inRow(date), source.timeZone ?? null),
  };
}

/** What holds for a row that the door would let in; nothing that is missing passes a comparison. */
export function soundRow(source: TransactionTable): readonly string[] {
  const { syntax, columns, day } = readTable(source);
  const conditions = [
    present(syntax, columns.customer),
    possibleDay(source.dialect, syntax, day),
    finite(syntax, columns.amount),
  ];
  if (columns.order !== undefined) conditions.push(present(syntax, columns.order));
  if (columns.margin !== undefined) conditions.push(finite(syntax, columns.margin));
  return conditions;
}

/** Ids are texts that are not empty, or numbers. */
function present(syntax: SqlSyntax, id: string): string {
  return `${syntax.toText(id)} <> ''`;
}

/** The largest number there is. */
export const LARGEST: string = String(Number.MAX_VALUE);

/** Engines disagree on whether NaN equals itself, but none takes it for less than a number. */
function finite(syntax: SqlSyntax, number: string): string {
  return `ABS(${syntax.toDouble(number)}) <= ${LARGEST}`;
}

/** ClickHouse keeps no days before 1900 or after 2299: it moves them to the ends. */
export function possibleDays(dialect: SqlDialect): readonly [IsoDate, IsoDate] {
  return dialect === "clickhouse" ? ["1900-01-01", "2299-12-31"] : ["0001-01-01", "9999-12-31"];
}

function possibleDay(dialect: SqlDialect, syntax: SqlSyntax, day: string): string {
  const [first, last] = possibleDays(dialect);
  return `${day} BETWEEN ${syntax.day(first)} AND ${syntax.day(last)}`;
}
