import { DataError, type IssueCounts } from "../rows/data-error.ts";
import { idFault } from "../rows/id-index.ts";
import type { IssueCode } from "../rows/issue.ts";
import { checkOption, invalidOption } from "../rows/options.ts";
import { type BatchId, batchName, batchTrouble, inBatch, type TransactionBatch } from "./batch-source.ts";
import type { BatchReader, ReadBatch } from "./read-batch.ts";
import { refuseOverflow } from "./refuse-overflow.ts";
import { isStreamContents } from "./stream-contents.ts";
import type { ReturnsPolicy, ReturnsSeen } from "./transaction-log.ts";

/** What has been read of a stream. */
export interface StreamContents {
  readonly batches: number;
  /** Names of the batches that had one. */
  readonly batchIds: readonly BatchId[];
  /** Rows that were offered, good and bad. */
  readonly rows: number;
  readonly returns: ReturnsSeen;
  /** Rows that were left out, and why; a row with two faults counts once in `total` and under both codes. */
  readonly skipped: IssueCounts;
  /** Sum of all amounts without their signs. */
  readonly turnover: number;
  readonly marginTurnover: number;
  /** Whether the transactions carry margins; `null` before the first. */
  readonly margins: boolean | null;
}

/** The record of a stream: which batches have been read, how many rows, and what became of them. */
export class StreamRecord {
  #contents: StreamContents;
  readonly #ids: Set<BatchId>;

  constructor(contents: StreamContents) {
    this.#contents = { ...contents, batchIds: [] };
    this.#ids = new Set(contents.batchIds);
  }

  get contents(): StreamContents {
    return { ...this.#contents, batchIds: [...this.#ids] };
  }

  /** Counts without the names of the batches, of which there may be many. */
  get counts(): Omit<StreamContents, "batchIds"> {
    return this.#contents;
  }

  has(id: BatchId): boolean {
    return this.#ids.has(id);
  }

  /** Reads a batch and checks that it may be counted; changes nothing. The errors say which batch it is. */
  read<Row>(reader: BatchReader<Row>, batch: TransactionBatch<Row>, id: BatchId | undefined): ReadBatch {
    this.#checkId(id);
    try {
      checkOption("batch", batch, batchTrouble(batch));
      const read = reader.read(batch);
      this.#checkSums(read.turnover, read.marginTurnover);
      this.#checkMargins(read.margins !== null, read.days.length === 0);
      return read;
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      throw inBatch(error, batchName(this.#contents.batches + 1, id));
    }
  }

  /** Counts a batch that has been read. */
  note(batch: ReadBatch, id: BatchId | undefined): void {
    if (id !== undefined) this.#ids.add(id);
    this.#add({
      ...batch,
      batches: 1,
      margins: batch.days.length === 0 ? null : batch.margins !== null,
    });
  }

  /** Refuses the record of another stream that shares batches with this one, or of other money. */
  checkMerge(other: StreamContents): void {
    checkOption("merge.stream", "[object]", isStreamContents(other) ? null : NOT_WHOLE);
    const shared = other.batchIds.filter((id) => this.#ids.has(id));
    checkOption("merge", shared[0], shared.length === 0 ? null : sharedTrouble(shared));
    this.#checkSums(other.turnover, other.marginTurnover);
    this.#checkMargins(other.margins === true, other.margins === null);
  }

  merge(other: StreamContents): void {
    for (const id of other.batchIds) this.#ids.add(id);
    this.#add(other);
  }

  #add(other: Omit<StreamContents, "batchIds">): void {
    const mine = this.#contents;
    this.#contents = {
      batches: mine.batches + other.batches,
      batchIds: [],
      rows: mine.rows + other.rows,
      returns: {
        policy: mine.returns.policy,
        transactions: mine.returns.transactions + other.returns.transactions,
        amount: mine.returns.amount + other.returns.amount,
      },
      skipped: addedCounts(mine.skipped, other.skipped),
      turnover: mine.turnover + other.turnover,
      marginTurnover: mine.marginTurnover + other.marginTurnover,
      margins: other.margins ?? mine.margins,
    };
  }

  #checkId(id: BatchId | undefined): void {
    if (id === undefined) return;
    checkOption("id", id, idFault(id) === 0 ? null : "This is no name of a batch: pass a text or a number.");
    checkOption("id", id, this.#ids.has(id) ? COUNTED : null);
  }

  #checkSums(turnover: number, marginTurnover: number): void {
    const totals = { returns: 0, returned: 0 };
    refuseOverflow({ ...totals, turnover: this.#contents.turnover + turnover }, "amount");
    refuseOverflow({ ...totals, turnover: this.#contents.marginTurnover + marginTurnover }, "margin");
  }

  #checkMargins(margins: boolean, empty: boolean): void {
    const expected = this.#contents.margins;
    if (empty || expected === null || expected === margins) return;
    throw invalidOption("margin", null, margins ? MARGINS_TOO_LATE : NO_MARGINS);
  }
}

/** The record of a stream of which nothing has been read; `margins` says whether rows are known to carry margins. */
export function emptyStream(returns: ReturnsPolicy, margins: true | null): StreamContents {
  return {
    batches: 0,
    batchIds: [],
    rows: 0,
    returns: { policy: returns, transactions: 0, amount: 0 },
    skipped: { total: 0, byCode: {} },
    turnover: 0,
    marginTurnover: 0,
    margins,
  };
}

const NOT_WHOLE = "The snapshot is not whole: it does not say which batches and how many rows were read.";
const COUNTED = "A batch of this name has been counted already; nothing was counted twice.";
const NO_MARGINS = "The batches before carry margins, this one does not: all or none must.";
const MARGINS_TOO_LATE = "This batch carries margins, those before do not: all or none must.";

function sharedTrouble(shared: readonly BatchId[]): string {
  return `Both have counted batches of the same name (${shared.length}, e.g. this one): nothing was merged, or they would count twice.`;
}

function addedCounts(one: IssueCounts, other: IssueCounts): IssueCounts {
  if (other.total === 0) return one;
  const byCode = { ...one.byCode };
  for (const [code, count] of Object.entries(other.byCode) as [IssueCode, number][]) {
    byCode[code] = (byCode[code] ?? 0) + count;
  }
  return { total: one.total + other.total, byCode };
}
