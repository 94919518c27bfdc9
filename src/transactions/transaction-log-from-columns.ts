import { zoneClock } from "../time/time-zone.ts";
import type { TransactionColumnArrays } from "./columns.ts";
import { encodeIds } from "./encode-ids.ts";
import { finishLog } from "./finish-log.ts";
import type { Lines } from "./lines.ts";
import { checkedLogOptions, type TransactionLogOptions } from "./options.ts";
import { checkedLength, inputOfColumns, readColumnDays, readColumnNumbers } from "./read-columns.ts";
import type { TransactionLog } from "./transaction-log.ts";

/**
 * Reads transactions that stand in columns (typed arrays, lists, Arrow's dictionaries) into a checked log.
 *
 * The same checks and the same result as `transactionLog`, several times faster, since no row object has to exist. The columns are
 * read only.
 *
 * @param columns - `customer` (list of ids, array of integers, or `{ codes, dictionary }`), `date` (list of dates, array of epoch
 *   milliseconds, or `{ epochDays }`), `amount` (money), and optionally `order` and `margin`; all of one length.
 * @param options - As for `transactionLog`.
 * @returns The log, with customers in the order in which they first appear.
 * @throws {@link DataError} as `transactionLog`, and if the columns differ in length.
 *
 * @example
 * import { transactionLogFromColumns } from "clientele";
 *
 * const log = transactionLogFromColumns({
 *   customer: Int32Array.of(7, 8, 7),
 *   date: { epochDays: Int32Array.of(20_148, 20_190, 20_200) },
 *   amount: Float64Array.of(120, 80, 30),
 * });
 * log.customerIds; // => [7, 8]
 * log.from; // => "2025-03-01"
 */
export function transactionLogFromColumns(
  columns: TransactionColumnArrays,
  options: TransactionLogOptions = {},
): TransactionLog {
  const checkedOptions = checkedLogOptions(options);
  const rows = checkedLength(columns);
  const customers = encodeIds(columns.customer, rows);
  const lines: Lines = {
    customerIds: customers.ids,
    codes: customers.codes,
    days: readColumnDays(columns.date, rows, zoneClock(checkedOptions.timeZone)),
    amounts: readColumnNumbers(columns.amount, rows),
    margins: columns.margin === undefined ? null : readColumnNumbers(columns.margin, rows),
    orders: columns.order === undefined ? null : encodeIds(columns.order, rows).codes,
    rowOf: null,
    rowsPerLine: null,
  };
  return finishLog(lines, inputOfColumns(columns), checkedOptions);
}
