import type { IssueCounts } from "../rows/data-error.ts";
import { IdIndex } from "../rows/id-index.ts";
import type { IssueCode } from "../rows/issue.ts";
import { checkOption } from "../rows/options.ts";
import { civilDayOfIso, isoDate } from "../time/civil-day.ts";
import { buildLog } from "./build-log.ts";
import { brandLog, checkLog, type TransactionLog } from "./transaction-log.ts";

/**
 * Puts the transactions of two logs into one: two parts of a split, two shops, two files.
 *
 * Nothing is taken for a duplicate: a transaction that stands in both logs counts twice. The new log was observed until the later of the
 * two ends.
 *
 * @param first - A log; its customers come first.
 * @param second - A log with the same time zone, policy of returns, and margins in both or in neither.
 * @returns The joined log.
 * @throws {@link DataError} if the logs were read in different ways.
 *
 * @example
 * import { joinLogs, transactionLog } from "clientele";
 *
 * const shop = transactionLog([{ customerId: "A", date: "2025-01-10", amount: 20 }]);
 * const web = transactionLog([{ customerId: "A", date: "2025-01-12", amount: 5 }]);
 * [...joinLogs(shop, web).amounts]; // => [20, 5]
 */
export function joinLogs(first: TransactionLog, second: TransactionLog): TransactionLog {
  checkAlike(first, second);
  const index = new IdIndex();
  const codes = new Int32Array(first.days.length + second.days.length);
  writeCodes(first, index, codes, 0);
  writeCodes(second, index, codes, first.days.length);
  const joined = buildLog(
    {
      customerIds: index.ids,
      codes,
      days: concatenate(Int32Array, first.days, second.days),
      amounts: concatenate(Float64Array, first.amounts, second.amounts),
      margins:
        first.margins === null || second.margins === null
          ? null
          : concatenate(Float64Array, first.margins, second.margins),
      orders: null,
      rowOf: null,
      rowsPerLine: null,
    },
    {
      rows: first.rows + second.rows,
      timeZone: first.timeZone,
      returns: {
        policy: first.returns.policy,
        transactions: first.returns.transactions + second.returns.transactions,
        amount: first.returns.amount + second.returns.amount,
      },
      skipped: addSkipped(first, second),
    },
  );
  const ends = [first, second].flatMap(({ until }) => (until === null ? [] : [civilDayOfIso(until)]));
  return brandLog({ ...joined, until: ends.length === 0 ? null : isoDate(Math.max(...ends)) });
}

function checkAlike(first: TransactionLog, second: TransactionLog): void {
  checkLog(first, "first");
  checkLog(second, "second");
  const differ = (what: string) => `The logs differ in ${what}: read both with the same columns and options.`;
  const sameMargins = (first.margins === null) === (second.margins === null);
  checkOption(
    "second.timeZone",
    second.timeZone,
    first.timeZone === second.timeZone ? null : differ("time zone"),
  );
  checkOption(
    "second.returns",
    second.returns.policy,
    first.returns.policy === second.returns.policy ? null : differ("what becomes of returns"),
  );
  checkOption("second.margins", null, sameMargins ? null : differ("having margins"));
}

function writeCodes(log: TransactionLog, index: IdIndex, codes: Int32Array, start: number): void {
  for (let c = 0; c < log.customerIds.length; c++) {
    const from = start + (log.offsets[c] as number);
    codes.fill(index.codeOf(log.customerIds[c]), from, start + (log.offsets[c + 1] as number));
  }
}

function concatenate<T extends Int32Array | Float64Array>(
  make: new (length: number) => T,
  first: T,
  second: T,
): T {
  const all = new make(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

function addSkipped(first: TransactionLog, second: TransactionLog): IssueCounts {
  const byCode: Partial<Record<IssueCode, number>> = { ...first.skipped.byCode };
  for (const [code, count] of Object.entries(second.skipped.byCode) as [IssueCode, number][]) {
    byCode[code] = (byCode[code] ?? 0) + count;
  }
  return { total: first.skipped.total + second.skipped.total, byCode };
}
