import {
  summarizeCustomers,
  type TransactionColumnArrays,
  transactionLog,
  transactionLogFromColumns,
} from "clientele";
import { type Checksum, checksumOf } from "./checksum.ts";
import { checksumOfColumns, loadedDatabase, summarizeInDatabase } from "./duckdb.ts";
import { DATES, type DateKind, INSTANTS, summarize, TEXTS } from "./idiomatic.ts";
import {
  DAYS,
  FIRST_DAY,
  instantOn,
  integerIds,
  isoDateWriter,
  type Orders,
  orderRows,
  textIds,
} from "./workload.ts";

/** A way from orders to summed customers. */
export interface Variant {
  readonly label: string;
  /** Brings the orders into the form that the variant starts from; not timed. */
  readonly prepare: (orders: Orders) => unknown;
  readonly run: (input: unknown) => unknown;
  /** The first part of `run`, after which working memory has its first peak; `null` if there are no parts. */
  readonly door: ((input: unknown) => unknown) | null;
  readonly checksum: (output: unknown) => Checksum;
  /** Whether each run wants new input: strings keep their hash once it has been computed. */
  readonly fresh: boolean;
}

const AS_OF = FIRST_DAY + DAYS - 1;
const AS_OF_DATE = new Date(AS_OF * 86_400_000).toISOString().slice(0, 10);

function variant<Input, Output>(
  label: string,
  prepare: (orders: Orders) => Input | Promise<Input>,
  run: (input: Input) => Output | Promise<Output>,
  checksum: (output: Output) => Checksum,
  fresh: boolean,
  door: ((input: Input) => unknown) | null = null,
): Variant {
  return { label, prepare, run, door, checksum, fresh } as Variant;
}

function fromColumns(
  label: string,
  idsOf: (orders: Orders) => TransactionColumnArrays["customer"],
  fresh: boolean,
): Variant {
  return variant(
    `clientele, ${label}`,
    (orders): TransactionColumnArrays => ({
      customer: idsOf(orders),
      date: { epochDays: orders.day },
      amount: orders.amount,
    }),
    (columns) => summarizeCustomers(transactionLogFromColumns(columns), { asOf: AS_OF_DATE }),
    ({ rows }) => checksumOf(rows),
    fresh,
    (columns) => transactionLogFromColumns(columns),
  );
}

function fromRows<DateForm extends Date | number | string>(
  label: string,
  dateOf: () => (day: number, row: number) => DateForm,
): Variant {
  return variant(
    `clientele, ${label}`,
    (orders) => orderRows(orders, dateOf()),
    (rows) => summarizeCustomers(transactionLog(rows), { asOf: AS_OF_DATE }),
    ({ rows }) => checksumOf(rows),
    true,
    (rows) => transactionLog(rows),
  );
}

function idiomatic<DateForm extends Date | number | string>(
  label: string,
  dateOf: () => (day: number, row: number) => DateForm,
  kind: DateKind<DateForm>,
): Variant {
  return variant(
    `idiomatic, ${label}`,
    (orders) => orderRows(orders, dateOf()),
    (rows) => summarize(rows, AS_OF, kind),
    checksumOf,
    true,
  );
}

function inDuckDb(label: string, idsOf: (orders: Orders) => ArrayLike<number | string>): Variant {
  return variant(
    `DuckDB, one thread, ${label}`,
    (orders) => loadedDatabase(idsOf(orders), orders),
    (connection) => summarizeInDatabase(connection, AS_OF),
    checksumOfColumns,
    false,
  );
}

const dates = () => (day: number, row: number) => new Date(instantOn(day, row));
const instants = () => instantOn;

export const VARIANTS = {
  "columns-integer": fromColumns("columns, integer ids", integerIds, false),
  "columns-dictionary": fromColumns(
    "columns, dictionary-coded ids",
    (orders) => ({ codes: orders.customer, dictionary: dictionary(orders.customers) }),
    false,
  ),
  "columns-text-8": fromColumns("columns, text ids (8)", (orders) => textIds(orders, 8), true),
  "columns-text-36": fromColumns("columns, text ids (36)", (orders) => textIds(orders, 36), true),
  "rows-milliseconds": fromRows("row objects, epoch ms", instants),
  "rows-date": fromRows("row objects, Date", dates),
  "rows-iso": fromRows("row objects, YYYY-MM-DD", isoDateWriter),
  "idiomatic-milliseconds": idiomatic("row objects, epoch ms", instants, INSTANTS),
  "idiomatic-date": idiomatic("row objects, Date", dates, DATES),
  "idiomatic-iso": idiomatic("row objects, YYYY-MM-DD", isoDateWriter, TEXTS),
  "duckdb-integer": inDuckDb("INTEGER ids", integerIds),
  "duckdb-text-8": inDuckDb("VARCHAR ids (8)", (orders) => textIds(orders, 8)),
  "duckdb-text-36": inDuckDb("VARCHAR ids (36)", (orders) => textIds(orders, 36)),
} as const satisfies Record<string, Variant>;

export type VariantName = keyof typeof VARIANTS;

function dictionary(customers: number): string[] {
  return Array.from({ length: customers }, (_, c) => `K${String(c).padStart(7, "0")}`);
}
