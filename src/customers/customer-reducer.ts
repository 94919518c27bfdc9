import type { CustomerId } from "../rows/customer-id.ts";
import type { IssueCounts } from "../rows/data-error.ts";
import type { BatchId, TransactionBatch } from "../transactions/batch-source.ts";
import type { BatchSource, FeedOptions } from "../transactions/feed-batches.ts";
import type { ReturnsSeen } from "../transactions/transaction-log.ts";
import type { CustomerSummaries } from "./customer-summaries.ts";
import type { CellOptions, CustomerCells } from "./reducer-cells.ts";
import type { SummaryColumns } from "./reducer-columns.ts";
import type { CustomerReducerSnapshot } from "./reducer-snapshot.ts";

/** What a reducer has read so far. */
export interface CustomerReducerProgress {
  readonly batches: number;
  /** Rows that were offered, good and bad. */
  readonly rows: number;
  /** Customers seen, those included who have only returns or nothing by `asOf`. */
  readonly customers: number;
  /** Transactions behind `asOf`, which were left out. */
  readonly afterAsOf: number;
  readonly returns: ReturnsSeen;
  /** Rows that were left out, and why; a row with two faults counts once in `total` and under both codes. */
  readonly skipped: IssueCounts;
}

/** Options of one batch. */
export interface AddOptions {
  /** Name of the batch; no batch of the same name is counted twice. */
  readonly id?: BatchId;
}

/**
 * Sums up customers from a stream of transactions, of which it keeps nothing but a small state per customer.
 *
 * The order of batches and of rows does not matter. A batch is read and checked as a whole before anything of it is counted: one that is
 * refused leaves the reducer as it was. Results can be asked for at any time, and batches added afterwards.
 */
export interface CustomerReducer<Row> {
  /** What has been read so far. */
  readonly progress: CustomerReducerProgress;

  /**
   * Counts a batch: rows, or columns.
   *
   * @param batch - Rows as the `columns` of the reducer say, or `{ customer, date, amount, margin? }` as for `transactionLogFromColumns`.
   * @param options - `id`, the name of the batch.
   * @throws {@link DataError} for faulty rows (unless `invalid: "skip"`), for an `id` that has been counted, or if amounts overflow; then
   *   nothing has been counted, and the mended batch can be added.
   */
  add(batch: TransactionBatch<Row>, options?: AddOptions): void;

  /**
   * Counts batch after batch of an array, a generator, a file or a cursor.
   *
   * @param batches - Whatever `for await` can go through, with batches or `{ id, batch }`.
   * @param options - `signal` (an `AbortSignal`) stops before the next batch, `onProgress` is told after each.
   * @returns What has been read in all.
   * @throws What the source, a listener or the signal throws, and {@link DataError} as `add`; the batches before have been counted then
   *   (and the one that a listener was told of), no other has, and `progress` says how many.
   */
  addAll(
    batches: BatchSource<Row>,
    options?: FeedOptions<CustomerReducerProgress>,
  ): Promise<CustomerReducerProgress>;

  /**
   * Whether a batch of this name has been counted, e.g. before the work was interrupted.
   *
   * @param id - Name of the batch.
   */
  hasBatch(id: BatchId): boolean;

  /**
   * Adds what another reducer has counted, e.g. that of a worker, or goes on from a snapshot; the other stays as it is.
   *
   * Only names tell batches apart: what has been counted without a name counts again if it is merged again.
   *
   * @param other - A reducer with the same options, or its snapshot.
   * @throws {@link DataError} if the options differ or both have counted a batch of the same name; then nothing has been added.
   */
  merge(other: CustomerReducer<never> | CustomerReducerSnapshot): void;

  /**
   * The result: the summaries that `summarizeCustomers` makes of a log of all the transactions.
   *
   * @returns `{ unit, asOf, count, rows, withoutPurchase }`, customers in the order in which they first appeared.
   * @throws {@link DataError} if there is no transaction and no `asOf`, as all results do.
   */
  finish(): CustomerSummaries;

  /**
   * The summaries as columns for `predictColumns`, without an object per customer.
   *
   * @returns `{ unit, asOf, frequency, recency, T, monetaryValue }`; times in `unit`.
   */
  columns(): SummaryColumns;

  /** The ids of the customers of `finish` and `columns`, in the same order. */
  customerIds(): readonly CustomerId[];

  /**
   * The distinct histories with their numbers of customers, for fits of purchase models.
   *
   * @param options - `roundTo: "week"` rounds recency and T to the nearest whole week.
   * @returns `{ unit, asOf, rows: [{ frequency, recency, T, weight }] }`; times in `unit`.
   */
  cells(options?: CellOptions): CustomerCells;

  /** All that the reducer knows, as plain data of its own, for `merge` and `resumeCustomerReducer`. */
  snapshot(): CustomerReducerSnapshot;
}
