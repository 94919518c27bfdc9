import type { PurchaseCount } from "../customers/customer-summaries.ts";
import { checkNames, checkOneOf } from "../rows/options.ts";
import type { RfmBins, RfmBreaks } from "../segmentation/rfm-dimension.ts";
import { rfmPlan } from "../segmentation/rfm-plan.ts";
import type { SegmentRule } from "../segmentation/segment-rules.ts";
import { isoDate } from "../time/civil-day.ts";
import type { Duration } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { checkTableValue, insideWindow, type TableValue } from "./customer-value-steps.ts";
import { queryOf } from "./query.ts";
import { resultColumns } from "./result-columns.ts";
import { rfmScoreSteps, segmentOfScores } from "./rfm-score-steps.ts";
import { rfmValueSteps } from "./rfm-value-steps.ts";
import { checkCount } from "./snapshot-options.ts";
import { sqlSyntax } from "./syntax.ts";
import { tableDay } from "./table-day.ts";
import { transactionLines } from "./transaction-lines.ts";
import { checkTransactionTable, type TransactionTable } from "./transaction-table.ts";

/** How the customers of a table are scored. */
export interface RfmSqlOptions {
  /** Day as of which the base is judged, inclusive; nothing after it is looked at. */
  readonly asOf: DateInput;
  /** How far back to look: purchases and revenue in (asOf − window, asOf]. Default: all history. */
  readonly window?: Duration;
  /** What the monetary score looks at; `"margin"` needs a table with margins. Default `"revenue"`. */
  readonly value?: TableValue;
  /** What is counted as one order: each purchase (default), or all purchases of one day together. */
  readonly count?: PurchaseCount;
  /** Scores of each dimension, from 2 to 9, as one number or by dimension. Default 5; with `breaks` one more than there are breaks. */
  readonly bins?: number | Partial<RfmBins>;
  /** Default `"quantile"`, or `"breaks"` if there are some. */
  readonly method?: "quantile" | "breaks" | "nested";
  /** The limits between scores, for the method `"breaks"`, e.g. the `limits` of a result of `rfm`. */
  readonly breaks?: RfmBreaks;
  /** Segments of your own. Each combination of scores must fit exactly one. Default `RFM_RULES` for 5 scores in each dimension, else none. */
  readonly rules?: readonly SegmentRule[];
}

const NAMES = {
  asOf: true,
  window: true,
  value: true,
  count: true,
  bins: true,
  method: true,
  breaks: true,
  rules: true,
} satisfies Record<keyof RfmSqlOptions, true>;

/**
 * Writes the query that scores customers by recency, frequency and money: the values, scores and segments of `rfm`, found by an engine.
 *
 * Score 5 is best in all three. The limits are the quantiles of the customers who bought in the window, and equal values share a score;
 * which side of a quantile a value lies on is counted in whole numbers, so engines agree to the last customer. Sums of money are compared
 * without the last digits, as `rfm` does. Ranks (the method `"rank"`) part equal customers by their ids, which engines order in different
 * ways, so there is no query for them.
 *
 * @param source - The table, its columns and the engine.
 * @param options - `asOf` (a day), `window`, `value`, what to `count` as an order, `bins`, `method`, `breaks` and `rules`, as in `rfm`.
 * @returns One SELECT with a row for each customer who bought in the window: `customer_id`, `days_since_last_purchase`, `orders`, `revenue`,
 *   `margin` if that is the value, `recency_score`, `frequency_score`, `monetary_score` and `segment` (`NULL` without rules).
 * @throws {@link DataError} for a table that cannot be read, margins that it does not have, options that are none, and rules that leave a
 *   combination of scores to no segment or to several.
 *
 * @example
 * import { rfmSql } from "clientele/sql";
 *
 * const orders = {
 *   dialect: "bigquery",
 *   table: ["shop", "orders"],
 *   columns: { customer: "customer_id", date: "ordered_on", amount: "total" },
 * } as const;
 * rfmSql(orders, { asOf: "2025-12-31" }).includes("'champions'"); // => true
 */
export function rfmSql(source: TransactionTable, options: RfmSqlOptions): string {
  checkTransactionTable(source);
  checkNames("options", options, NAMES);
  const { window, value = "revenue", count = "purchases", asOf: day, ...scoring } = options;
  checkTableValue(source, value);
  checkCount(count);
  if (scoring.method !== undefined) checkOneOf("method", scoring.method, ["quantile", "breaks", "nested"]);
  const plan = rfmPlan<string>(scoring);
  const asOf = tableDay(source, "asOf", day);
  const syntax = sqlSyntax(source.dialect);
  const columns = resultColumns(syntax, {
    customer_id: "customer_id",
    days_since_last_purchase: "recency",
    orders: "frequency",
    revenue: "revenue",
    ...(value === "margin" ? { margin: "money" } : {}),
    recency_score: "recency_score",
    frequency_score: "frequency_score",
    monetary_score: "monetary_score",
    segment: segmentOfScores(syntax, plan.grid),
  });
  return queryOf(
    [
      ...transactionLines(source, isoDate(asOf)),
      ...rfmValueSteps(syntax, { asOf, count, value, inWindow: insideWindow(syntax, window, asOf) }),
      ...rfmScoreSteps(syntax, plan),
    ],
    `SELECT\n  ${columns}\nFROM scored_customers`,
  );
}
