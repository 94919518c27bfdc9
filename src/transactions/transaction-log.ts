import { checkColumnar } from "../rows/check-columnar.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { IssueCounts } from "../rows/data-error.ts";
import { checkOption } from "../rows/options.ts";
import type { CivilDay, IsoDate } from "../time/civil-day.ts";

/**
 * What becomes of returns (credit notes, cancellations; transactions below 0).
 *
 * `"net"` lets them reduce revenue, `"ignore"` leaves them out, `"reject"` treats them as invalid rows. Never are they purchases.
 */
export type ReturnsPolicy = "net" | "ignore" | "reject";

/** Returns that came in, whatever became of them. */
export interface ReturnsSeen {
  readonly policy: ReturnsPolicy;
  readonly transactions: number;
  /** Sum of their amounts, at most 0. */
  readonly amount: number;
}

declare const checked: unique symbol;

/**
 * The checked transactions of a customer base: what every analysis starts from.
 *
 * The transactions of customer `c` stand at `offsets[c]` up to (not including) `offsets[c + 1]` in `days`, `amounts` and `margins`, by
 * ascending day. Only `transactionLog` and its kin make one; that is the proof that nothing below must check again. It is plain data:
 * typed arrays and values that can be cloned and sent to a worker.
 */
export interface TransactionLog {
  readonly kind: "transaction-log";
  /** Marks a log that has passed the door; exists in types only. */
  readonly [checked]: true;
  /** Customers in the order in which they first appear. */
  readonly customerIds: readonly CustomerId[];
  readonly offsets: Int32Array;
  /** Civil day of each transaction, in days since 1970-01-01. */
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  /** Margin of each transaction, if the log was given margins. */
  readonly margins: Float64Array | null;
  /** Rows that were offered, good and bad. */
  readonly rows: number;
  /** Day of the first transaction; `null` if there is none. */
  readonly from: IsoDate | null;
  /** Day up to which the base was observed: the last transaction's, or where the log was split. */
  readonly until: IsoDate | null;
  /** The zone that decided the day of instants. */
  readonly timeZone: string;
  readonly returns: ReturnsSeen;
  /** Rows that were left out, and why; a row with two faults counts once in `total` and under both codes. */
  readonly skipped: IssueCounts;
}

/** A transaction is a purchase unless money went back. */
export function isPurchase(amount: number): boolean {
  return amount >= 0;
}

/** The contents of a log, before it is one. */
export type LogContents = Omit<TransactionLog, "kind" | typeof checked>;

/** Makes a log of contents that have been checked: the one place that may claim so. */
export function brandLog(contents: LogContents): TransactionLog {
  return { kind: "transaction-log", ...contents } as TransactionLog;
}

/** Refuses what did not pass the door, for those who write without types. */
export function checkLog(log: TransactionLog, path = "log"): void {
  const isLog = typeof log === "object" && log !== null && log.kind === "transaction-log";
  checkOption(path, log, isLog ? null : "This is no log: pass what transactionLog returns.");
  checkColumnar(path, log, [log.offsets, log.days, log.amounts], "transactionLog");
}

/** First and last day of transactions that ascend by day within each customer. */
export function daySpan(
  days: Int32Array,
  offsets: Int32Array,
): { readonly first: CivilDay; readonly last: CivilDay } | null {
  if (days.length === 0) return null;
  let first = days[0] as number;
  let last = first;
  for (let c = 0; c + 1 < offsets.length; c++) {
    first = Math.min(first, days[offsets[c] as number] as number);
    last = Math.max(last, days[(offsets[c + 1] as number) - 1] as number);
  }
  return { first, last };
}
