import { checkNames, checkOption } from "../rows/options.ts";
import type { BatchId, TransactionBatch } from "./batch-source.ts";
import type { Transaction } from "./columns.ts";

/** A batch with its name. */
export interface NamedBatch<Row = Transaction> {
  /** Name of the batch, such as that of its file; no batch of the same name is counted twice. */
  readonly id: BatchId;
  readonly batch: TransactionBatch<Row>;
}

/** Batches one after the other, with or without names: an array, a generator, whatever `for await` can go through. */
export type BatchSource<Row = Transaction> =
  | Iterable<TransactionBatch<Row> | NamedBatch<Row>>
  | AsyncIterable<TransactionBatch<Row> | NamedBatch<Row>>;

/** What is looked at of an `AbortSignal`. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  /** What is thrown; an `AbortError` if there is none. */
  readonly reason?: unknown;
}

/** How a stream is read. */
export interface FeedOptions<Progress> {
  /** Stops the reading before the next batch. */
  readonly signal?: AbortSignalLike;
  /** Told after each batch what has been read so far. */
  readonly onProgress?: (progress: Progress) => void;
}

const NAMES = { signal: true, onProgress: true } satisfies Record<keyof FeedOptions<unknown>, true>;

/** Adds each batch of a source in turn; whatever throws, those before have been added and no other has. */
export async function feedBatches<Row, Progress>(
  batches: BatchSource<Row>,
  options: FeedOptions<Progress>,
  reducer: {
    readonly progress: Progress;
    add(batch: TransactionBatch<Row>, options?: { readonly id?: BatchId }): void;
  },
): Promise<void> {
  checkNames("options", options, NAMES);
  const { signal, onProgress } = options;
  const isSignal =
    signal === undefined ||
    (typeof signal === "object" && signal !== null && typeof signal.aborted === "boolean");
  checkOption(
    "signal",
    signal,
    isSignal ? null : "This is no AbortSignal: pass the signal of an AbortController.",
  );
  const isListener = onProgress === undefined || typeof onProgress === "function";
  checkOption("onProgress", onProgress, isListener ? null : "This is no function.");
  checkOption("batches", batches, isSource(batches) ? null : NO_SOURCE);
  refuseAborted(signal);
  for await (const item of batches) {
    refuseAborted(signal);
    if (isNamed(item)) reducer.add(item.batch, { id: item.id });
    else reducer.add(item);
    onProgress?.(reducer.progress);
  }
}

const NO_SOURCE =
  "These are no batches: pass an array, a generator or anything else that for await can go through.";

function isSource(batches: unknown): boolean {
  if (typeof batches !== "object" || batches === null) return false;
  const source = batches as Partial<AsyncIterable<unknown> & Iterable<unknown>>;
  return typeof source[Symbol.asyncIterator] === "function" || typeof source[Symbol.iterator] === "function";
}

function isNamed<Row>(item: TransactionBatch<Row> | NamedBatch<Row>): item is NamedBatch<Row> {
  return (
    typeof item === "object" && item !== null && "batch" in item && "id" in item && item.id !== undefined
  );
}

function refuseAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted !== true) return;
  throw signal.reason ?? Object.assign(new Error("The reading was aborted."), { name: "AbortError" });
}
