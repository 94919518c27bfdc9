import type { CustomerId } from "../rows/customer-id.ts";
import type { IssueCounts } from "../rows/data-error.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { checkOption } from "../rows/options.ts";
import { type ZoneClock, zoneClock } from "../time/time-zone.ts";
import { amountTotals } from "./amount-totals.ts";
import { type TransactionColumnNames, transactionColumnsFromArrow } from "./arrow-columns.ts";
import { isArrowTable } from "./arrow-table.ts";
import type { TransactionBatch } from "./batch-source.ts";
import type { TransactionColumnArrays } from "./columns.ts";
import { CustomerCodes } from "./customer-codes.ts";
import { type Lines, pickLines } from "./lines.ts";
import type { TransactionLogOptions } from "./options.ts";
import { checkedLength, inputOfColumns, readColumnDays, readColumnNumbers } from "./read-columns.ts";
import { inputOfRows, type ResolvedColumns, readRowFields } from "./read-rows.ts";
import type { InputRows } from "./row-faults.ts";
import { settleReturns } from "./settle-returns.ts";
import { NO_ROW, soundLines } from "./sift-lines.ts";
import type { ReturnsSeen } from "./transaction-log.ts";

/** A batch that has been read and checked: its sound lines, column by column, and what became of the others. */
export interface ReadBatch {
  /** Rows that were offered, good and bad. */
  readonly rows: number;
  /** Civil day of each line. */
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  readonly margins: Float64Array | null;
  readonly returns: ReturnsSeen;
  /** Rows that were left out, and why. */
  readonly skipped: IssueCounts;
  /** Sum of all amounts without their signs, and of all margins: what is watched for overflow. */
  readonly turnover: number;
  readonly marginTurnover: number;
  /**
   * The number of each line's customer in `BatchReader.customerIds`; customers who are new get theirs by this call.
   *
   * Call it once, when nothing can refuse the batch any more. The next batch writes over them.
   */
  numberCustomers(): Int32Array;
}

/**
 * Reads batch after batch of a stream of transactions as the doors read the whole, and numbers the customers across them.
 *
 * For whoever reduces a stream: `read` checks all of a batch and changes nothing, `numberCustomers` of what it returns takes the new
 * customers in. With `invalid: "throw"` faulty rows throw all at once, and nothing has happened. The arrays of a `ReadBatch` may be the
 * caller's own: read them, do not keep them. `order` is not read: line items of an order may lie in two batches.
 *
 *     const reader = new BatchReader(resolveColumns(columns), checkedLogOptions({ timeZone, invalid, returns }));
 *     const batch = reader.read(rowsOrColumns);
 *     // … refuse what must be refused …
 *     const codes = batch.numberCustomers();
 */
export class BatchReader<Row> {
  readonly #columns: ResolvedColumns<Row>;
  readonly #options: Required<TransactionLogOptions>;
  readonly #clock: ZoneClock;
  readonly #customers = new CustomerCodes();

  constructor(columns: ResolvedColumns<Row>, options: Required<TransactionLogOptions>) {
    this.#columns = columns;
    this.#options = options;
    this.#clock = zoneClock(options.timeZone);
  }

  /** Every customer seen, by number: in the order in which they first appear. */
  get customerIds(): readonly CustomerId[] {
    return this.#customers.ids;
  }

  /** The number of a customer who came another way, e.g. from a snapshot. */
  codeOf(id: CustomerId): number {
    return this.#customers.codeOf(id);
  }

  read(batch: TransactionBatch<Row>): ReadBatch {
    if (isArrowTable(batch)) {
      return this.#readColumns(transactionColumnsFromArrow(batch, namesOf(this.#columns)));
    }
    return isColumns(batch) ? this.#readColumns(batch) : this.#readRows(listOfRows(batch, "batch"));
  }

  #readColumns(columns: TransactionColumnArrays): ReadBatch {
    const rows = checkedLength(columns);
    checkOption("batch.order", null, columns.order === undefined ? null : NO_ORDERS);
    const customers = this.#customers.lookUp(columns.customer, rows);
    const lines: Lines = {
      ...NO_MORE,
      codes: customers.codes,
      days: readColumnDays(columns.date, rows, this.#clock),
      amounts: readColumnNumbers(columns.amount, rows),
      margins: columns.margin === undefined ? null : readColumnNumbers(columns.margin, rows),
    };
    return this.#checked(lines, inputOfColumns(columns), customers.settle);
  }

  #readRows(rows: readonly Row[]): ReadBatch {
    const { customers: ids, ...fields } = readRowFields(rows, this.#columns, this.#clock);
    const customers = this.#customers.lookUp(ids as readonly CustomerId[], rows.length);
    const { codes } = customers;
    for (let i = 0; i < codes.length; i++) {
      if ((codes[i] as number) < 0 && (rows[i] === null || rows[i] === undefined)) codes[i] = NO_ROW;
    }
    const input = inputOfRows(rows, this.#columns);
    return this.#checked({ ...NO_MORE, ...fields, codes }, input, customers.settle);
  }

  #checked(
    read: Lines,
    input: InputRows,
    settle: (codes: Int32Array, rowOf: Int32Array | null) => void,
  ): ReadBatch {
    const collector = new IssueCollector();
    const rows = read.codes.length;
    const sound = soundLines(read, input, collector);
    const left = sound === null ? read : pickLines(read, sound);
    const settled = settleReturns(left, this.#options.returns, input.fieldOf("amount"), collector);
    if (this.#options.invalid === "throw") collector.throwIfAny();
    const lines = settled.kept === null ? left : pickLines(left, settled.kept);
    const { codes, days, amounts, margins, rowOf } = lines;
    const total = rows - left.codes.length + settled.rejectedRows;
    return {
      rows,
      days,
      amounts,
      margins,
      returns: settled.returns,
      skipped: { total, byCode: collector.counts().byCode },
      turnover: settled.turnover,
      marginTurnover: margins === null ? 0 : amountTotals(margins).turnover,
      numberCustomers: () => {
        settle(codes, rowOf);
        return codes;
      },
    };
  }
}

/** Refuses a column of order ids, in whatever way it comes. */
export const NO_ORDERS =
  "The line items of an order may lie in two batches, so a stream cannot put them together: add them up by order before (in SQL: GROUP BY), or read all rows by transactionLog.";

/** What lines of a batch have none of. */
const NO_MORE = { customerIds: [], orders: null, rowOf: null, rowsPerLine: null };

/** Rows can be iterated, columns cannot. */
function isColumns<Row>(batch: Iterable<Row> | TransactionColumnArrays): batch is TransactionColumnArrays {
  return typeof batch === "object" && batch !== null && "customer" in batch && !(Symbol.iterator in batch);
}

/** The names of an Arrow table's columns; a function of a row has nothing to read there. */
function namesOf<Row>({ customer, date, amount, margin }: ResolvedColumns<Row>): TransactionColumnNames {
  const named = { customer, date, amount, ...(margin === null ? {} : { margin }) };
  const names: [string, string][] = [];
  for (const [name, { key }] of Object.entries(named)) {
    checkOption(`columns.${name}`, null, key === null ? NO_FUNCTIONS : null);
    if (key !== null) names.push([name, key]);
  }
  return Object.fromEntries(names);
}

const NO_FUNCTIONS =
  "A table has no rows to call a function with: name its column, or work the values out before (in SQL or in Arrow).";
