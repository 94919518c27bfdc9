import type { IssueCounts } from "../rows/data-error.ts";
import { isoDate } from "../time/civil-day.ts";
import { groupOffsets } from "./group-offsets.ts";
import type { Lines } from "./lines.ts";
import { sortByDay } from "./sort-by-day.ts";
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
  for (let c = 0; c < lines.customerIds.length; c++) {
    sortByDay(laid, offsets[c] as number, offsets[c + 1] as number);
  }
  const span = daySpan(laid.days);
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

function layByCustomer(
  lines: Lines,
  offsets: Int32Array,
): Pick<TransactionLog, "days" | "amounts" | "margins"> {
  const { codes } = lines;
  const cursor = offsets.slice();
  const days = new Int32Array(codes.length);
  const amounts = new Float64Array(codes.length);
  const margins = lines.margins === null ? null : new Float64Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    const place = cursor[code] as number;
    cursor[code] = place + 1;
    days[place] = lines.days[i] as number;
    amounts[place] = lines.amounts[i] as number;
    if (margins !== null) margins[place] = lines.margins?.[i] as number;
  }
  return { days, amounts, margins };
}
