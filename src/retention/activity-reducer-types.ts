import type { AddOptions } from "../customers/customer-reducer.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { IssueCounts } from "../rows/data-error.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { BatchId, TransactionBatch } from "../transactions/batch-source.ts";
import type { BatchSource, FeedOptions } from "../transactions/feed-batches.ts";
import type { StreamContents } from "../transactions/stream-record.ts";
import type { ReturnsSeen } from "../transactions/transaction-log.ts";
import type { ActivityCells } from "./activity-reducer-cells.ts";
import type { CohortRetention } from "./cohort-result.ts";
import type { RetentionLedger } from "./retention-ledger.ts";

/** What a reducer of cohorts or of a ledger has read so far. */
export interface ActivityReducerProgress {
  readonly batches: number;
  /** Rows that were offered, good and bad. */
  readonly rows: number;
  /** Customers seen. */
  readonly customers: number;
  /** Cells kept: what the memory grows with. */
  readonly cells: number;
  readonly returns: ReturnsSeen;
  /** Rows that were left out, and why; a row with two faults counts once in `total` and under both codes. */
  readonly skipped: IssueCounts;
}

/** What a reducer knows, as plain data: for a worker to send, to be stored with `structuredClone`, and to be merged. */
export interface ActivityReducerSnapshot {
  readonly kind: "cohort-reducer" | "ledger-reducer";
  /** Version of the layout; a reducer takes only its own. */
  readonly version: 1;
  /** The options as text, which reducers that are merged must share. */
  readonly settings: string;
  /** Which batches and how many rows have been read. */
  readonly stream: StreamContents;
  /** First and last day of a transaction; `null` if there was none. */
  readonly from: CivilDay | null;
  readonly until: CivilDay | null;
  readonly customerIds: readonly CustomerId[];
  readonly cells: ActivityCells;
}

/**
 * Puts a stream of transactions together for cohorts or for a ledger, and keeps a cell for each customer and period in which he was active.
 *
 * The order of batches and of rows does not matter. A batch is read and checked as a whole before anything of it is counted: one that is
 * refused leaves the reducer as it was. The result can be asked for at any time, and batches added afterwards.
 */
export interface ActivityReducer<Row, Result> {
  /** What has been read so far. */
  readonly progress: ActivityReducerProgress;

  /**
   * Counts a batch: rows, or columns.
   *
   * @param batch - Rows as the `columns` of the reducer say, or columns as for `transactionLogFromColumns`.
   * @param options - `id`, the name of the batch; no batch of the same name is counted twice.
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
    options?: FeedOptions<ActivityReducerProgress>,
  ): Promise<ActivityReducerProgress>;

  /**
   * Whether a batch of this name has been counted.
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
  merge(other: ActivityReducer<never, Result> | ActivityReducerSnapshot): void;

  /** All that the reducer knows, as plain data of its own. */
  snapshot(): ActivityReducerSnapshot;

  /**
   * The result, the same as that of all transactions in memory.
   *
   * @throws {@link DataError} if there is no transaction and no `asOf`, as the function in memory does.
   */
  finish(): Result;
}

/** Follows cohorts over a stream; `finish` gives what `cohortRetention` gives. */
export type CohortReducer<Row> = ActivityReducer<Row, CohortRetention>;

/** Keeps a ledger of customers over a stream; `finish` gives what `retentionLedger` gives. */
export type LedgerReducer<Row> = ActivityReducer<Row, RetentionLedger>;
