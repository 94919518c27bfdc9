import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { buildLog, type LogFacts } from "./build-log.ts";
import { keepLines, type Lines } from "./lines.ts";
import { brandLog, type TransactionLog } from "./transaction-log.ts";

/** What is known of a stream besides the lines it was reduced to. */
export interface ReducedFacts extends LogFacts {
  /** First and last day of a transaction in the stream; `null` if there was none. */
  readonly from: CivilDay | null;
  readonly until: CivilDay | null;
}

/**
 * A log of lines that stand for many transactions of a stream each.
 *
 * Its days and sums are those of the stream where whoever reduced it looks; it is for those who know what was kept, and never given to users.
 */
export function reducedLog(lines: Lines, { from, until, ...facts }: ReducedFacts): TransactionLog {
  const all = Int32Array.from(lines.codes.keys());
  const log = buildLog(keepLines(lines, all), facts);
  const [first, last] = [from, until].map((day) => (day === null ? null : isoDate(day)));
  return brandLog({ ...log, from: first ?? null, until: last ?? null });
}
