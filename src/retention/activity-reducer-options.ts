import { checkedColumns, type ReducerColumns } from "../customers/reducer-options.ts";
import { checkNames } from "../rows/options.ts";
import { isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { Transaction } from "../transactions/columns.ts";
import { checkedLogOptions, type TransactionLogOptions } from "../transactions/options.ts";
import type { LooseColumns, ResolvedColumns } from "../transactions/read-rows.ts";
import { reducedLog } from "../transactions/reduced-log.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";

/** Where the rows of a stream hold what. */
export interface StreamColumns<Row = Transaction> {
  /** As the second argument of `transactionLog`, without `order`: line items of an order may lie in two batches. */
  readonly columns?: ReducerColumns<Row>;
}

const STREAM_NAMES = { columns: true, timeZone: true, invalid: true, returns: true } satisfies Record<
  keyof TransactionLogOptions | "columns",
  true
>;

/** The options of a reducer in two parts: how its stream is read, and what is made of it. */
export interface SplitOptions<Row, Options> {
  readonly columns: ResolvedColumns<Row>;
  readonly log: Required<TransactionLogOptions>;
  readonly own: Options;
  /** All that reducers must share to be merged. */
  readonly settings: string;
}

/** Takes the options of a stream from those of the result; days are written as ISO dates. */
export function splitOptions<Row, Options extends { readonly asOf?: DateInput; readonly from?: DateInput }>(
  options: Options & TransactionLogOptions & StreamColumns<Row>,
  names: Readonly<Record<keyof Options & string, true>>,
): SplitOptions<Row, Options> {
  checkNames("options", options, { ...names, ...STREAM_NAMES });
  const { columns, timeZone, invalid, returns, ...rest } = options;
  const given = Object.entries({ timeZone, invalid, returns }).filter(([, value]) => value !== undefined);
  const log = checkedLogOptions(Object.fromEntries(given) as TransactionLogOptions);
  const entries = Object.entries(rest).filter(([, value]) => value !== undefined);
  const own = entries.map(([name, value]) => [name, plain(name, value, log.timeZone)] as const);
  own.sort(([one], [other]) => (one < other ? -1 : 1));
  const settings = Object.fromEntries([...own, ["timeZone", log.timeZone], ["returns", log.returns]]);
  return {
    columns: checkedColumns<Row>(columns as LooseColumns<Row> | undefined),
    log,
    own: Object.fromEntries(own) as Options,
    settings: JSON.stringify(settings),
  };
}

/** An option as plain data that is the same whichever way it was written. */
function plain(name: string, value: unknown, timeZone: string): unknown {
  if (name === "asOf" || name === "from") return isoDate(dayOption(name, value as DateInput, timeZone));
  if (name !== "boundaries" || !Array.isArray(value)) return value;
  return value.map((day, i) => isoDate(dayOption(`boundaries[${i}]`, day as DateInput, timeZone)));
}

/** A log of nothing, with margins: what options are checked against before anything has been read. */
export function nothingYet(timeZone: string): TransactionLog {
  const none = {
    customerIds: [],
    codes: new Int32Array(0),
    days: new Int32Array(0),
    amounts: new Float64Array(0),
  };
  const returns = { policy: "net", transactions: 0, amount: 0 } as const;
  return reducedLog(
    { ...none, margins: new Float64Array(0), orders: null, rowOf: null, rowsPerLine: null },
    { rows: 0, timeZone, returns, skipped: { total: 0, byCode: {} }, from: null, until: null },
  );
}

/** The day that stands for "not said yet" while options are checked: the last of the calendar. */
export const NOT_SAID: string = "9999-12-31";
