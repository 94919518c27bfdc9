import type { IssueCounts } from "../rows/data-error.ts";
import { groupOffsets } from "../rows/group-offsets.ts";
import { isoDate } from "../time/civil-day.ts";
import { layByCustomer } from "./lay-by-customer.ts";
import type { Lines } from "./lines.ts";
import { brandLog, daySpan, type ReturnsSeen, type TransactionLog } from "./transaction-log.ts";

/** What is known of a log besides its transactions. */
export interface LogFacts {
  readonly rows: number;
  readonly timeZone: string;
  readonly returns: ReturnsSeen;
  readonly skipped: IssueCounts;
}

/** Lays sound lines out customer by customer, each customer's by day. */
export function buildLog(lines: Lines, facts: LogFacts): TransactionLog {
  const offsets = groupOffsets(lines.codes, lines.customerIds.length);
  const laid = layByCustomer(lines, offsets);
  const span = daySpan(laid.days, offsets);
  return brandLog({
    customerIds: lines.customerIds,
    offsets,
    days: laid.days,
    amounts: laid.amounts,
    margins: laid.margins,
    rows: facts.rows,
    from: span === null ? null : isoDate(span.first),
    until: span === null ? null : isoDate(span.last),
    timeZone: facts.timeZone,
    returns: facts.returns,
    skipped: facts.skipped,
  });
}
