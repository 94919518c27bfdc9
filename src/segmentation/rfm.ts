import { listOfRows } from "../rows/list-of-rows.ts";
import { checkNames, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { FIRST_CIVIL_DAY, isoDate } from "../time/civil-day.ts";
import { durationTrouble, subtractDuration } from "../time/duration.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { RFM_NAMES, RFM_ROW_NAMES, type RfmOptions, type RfmRowOptions } from "./rfm-options.ts";
import { rfmPlan } from "./rfm-plan.ts";
import type { Rfm, RfmOfRows } from "./rfm-result.ts";
import { valuesOfRows } from "./rfm-row-values.ts";
import { rowsOfLog, rowsOfRows, rowsWithMargin } from "./rfm-rows.ts";
import { scoreTable } from "./rfm-score-table.ts";
import { valuesOfLog } from "./rfm-values.ts";
import type { RfmSegment } from "./segment-rules.ts";

/**
 * RFM: scores each customer by how recently (R), how often (F) and for how much (M) purchases were made, and names the segment.
 *
 * Score 5 is best in all three: fewest days, most orders, most revenue. The limits between scores are quantiles of the customers who
 * bought in the window, and equal values share a score; a value on a limit belongs to the side of the smaller values. The FM score is the mean
 * of F and M, a half rounded up, and R with FM decides the segment. Returns reduce revenue and are never purchases.
 *
 * @param log - A log from `transactionLog`; or rows of your own, one for each customer, with `recency`, `frequency` and `monetary` saying which
 *   fields hold days, purchases and money.
 * @param options - `asOf` (a day), `window` (default all history), `value` (`"revenue"` or `"margin"`), what to `count` as an order, `bins` (scores
 *   of each dimension, default 5), `method`, `breaks` and `rules` of your own.
 * @returns `{ asOf, window, from, method, bins, limits, rows, segments, omitted, warnings }`: a row for each customer who bought in the window,
 *   days and the log's currency as units; rows of your own come back by `index` and `customerId`, without `asOf`, `window`, `from` and
 *   `omitted`.
 * @throws {@link DataError} for options that are none, rules that leave a cell to no segment or to several, an empty log without `asOf`, or with
 *   all rows that cannot be read.
 * @see Hughes (1994), "Strategic Database Marketing", for the scores; Hyndman & Fan (1996), "Sample quantiles in statistical packages", The
 *   American Statistician 50(4), type 7, for the limits.
 *
 * @example
 * import { rfm, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-12-20", amount: 300 },
 *   { customerId: "Ada", date: "2025-11-02", amount: 250 },
 *   { customerId: "Ben", date: "2025-02-11", amount: 80 },
 *   { customerId: "Cem", date: "2025-10-05", amount: 40 },
 * ]);
 * const scores = rfm(log, { asOf: "2025-12-31", window: { months: 12 } });
 * scores.rows.map((row) => row.cell); // => ["555", "113", "311"]
 * scores.rows.map((row) => row.segment); // => ["champions", "hibernating", "promising"]
 * scores.limits?.recency; // => [41.4, 71.8, 134.2, 228.6]
 */
export function rfm<const Segment extends string = RfmSegment>(
  log: TransactionLog,
  options?: RfmOptions<Segment>,
): Rfm<Segment>;
export function rfm<Row, const Segment extends string = RfmSegment>(
  rows: Iterable<Row>,
  options: RfmRowOptions<Row, Segment>,
): RfmOfRows<Segment>;
export function rfm(
  input: TransactionLog | Iterable<unknown>,
  options: RfmOptions<string> | RfmRowOptions<unknown, string> = {},
): Rfm<string> | RfmOfRows<string> {
  if (isLog(input)) return rfmOfLog(input, options as RfmOptions<string>);
  const isList = typeof input === "object" && input !== null && Symbol.iterator in input;
  checkOption("log", input, isList ? null : NO_INPUT);
  return rfmOfRows(input, options as RfmRowOptions<unknown, string>);
}

const NO_INPUT =
  "This is neither a log nor rows: pass what transactionLog returns, or an array of rows and the fields that hold recency, frequency and monetary.";

function isLog(input: TransactionLog | Iterable<unknown>): input is TransactionLog {
  return typeof input === "object" && input !== null && "kind" in input && input.kind === "transaction-log";
}

function rfmOfLog(log: TransactionLog, options: RfmOptions<string>): Rfm<string> {
  checkNames("options", options, RFM_NAMES);
  const { window, value = "revenue", count = "purchases" } = options;
  checkOneOf("value", value, ["revenue", "margin"]);
  checkOneOf("count", count, ["purchases", "purchase-days"]);
  if (window !== undefined) checkOption("window", window, durationTrouble(window));
  const plan = rfmPlan(options);
  const asOf = asOfDay(log, options.asOf);
  const first = window === undefined ? FIRST_CIVIL_DAY : subtractDuration(asOf, window) + 1;
  const from = Math.max(FIRST_CIVIL_DAY, first);
  const money = value === "margin" ? marginsOf(log) : log.amounts;
  const values = valuesOfLog(log, { from, asOf, count, money });
  const { cells, summary } = scoreTable(values, plan);
  return {
    asOf: isoDate(asOf),
    window: window === undefined ? null : { ...window },
    from: window === undefined ? null : isoDate(from),
    ...summary,
    rows: value === "margin" ? rowsWithMargin(values, cells) : rowsOfLog(values, cells),
    omitted: values.omitted,
  };
}

function marginsOf({ margins }: TransactionLog): Float64Array {
  if (margins !== null) return margins;
  throw invalidOption("value", "margin", "The log has no margins: name their column when you make it.");
}

function rfmOfRows(input: Iterable<unknown>, options: RfmRowOptions<unknown, string>): RfmOfRows<string> {
  checkNames("options", options, RFM_ROW_NAMES);
  const plan = rfmPlan(options);
  const values = valuesOfRows(listOfRows(input), options);
  const { cells, summary } = scoreTable(values, plan);
  return { ...summary, rows: rowsOfRows(values, cells) };
}
