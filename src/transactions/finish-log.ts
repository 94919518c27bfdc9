import { IssueCollector } from "../rows/issue-collector.ts";
import { amountTotals } from "./amount-totals.ts";
import { buildLog } from "./build-log.ts";
import { keepLines, type Lines } from "./lines.ts";
import { mergeOrders } from "./merge-orders.ts";
import type { TransactionLogOptions } from "./options.ts";
import { refuseOverflow } from "./refuse-overflow.ts";
import type { InputRows } from "./row-faults.ts";
import { settleReturns } from "./settle-returns.ts";
import { siftLines } from "./sift-lines.ts";
import type { TransactionLog } from "./transaction-log.ts";

/** From lines as they were read, faults included, to a checked log. */
export function finishLog(
  read: Lines,
  input: InputRows,
  options: Required<TransactionLogOptions>,
): TransactionLog {
  const collector = new IssueCollector();
  const rows = read.codes.length;
  const sound = siftLines(read, input, collector);
  const dropped = rows - sound.codes.length;
  const merged = mergeOrders(sound);
  const { kept, returns, rejectedRows } = settleReturns(
    merged,
    options.returns,
    input.fieldOf("amount"),
    collector,
  );
  const lines = kept === null ? merged : keepLines(merged, kept);
  if (options.invalid === "throw") collector.throwIfAny();
  if (lines.margins !== null) refuseOverflow(amountTotals(lines.margins), input.fieldOf("margin"));
  const skipped = { total: dropped + rejectedRows, byCode: collector.counts().byCode };
  return buildLog(lines, { rows, timeZone: options.timeZone, returns, skipped });
}
