import type { PurchaseCount } from "../customers/customer-summaries.ts";
import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { Duration } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { RfmBins, RfmBreaks } from "./rfm-dimension.ts";
import type { RfmSegment, SegmentRule } from "./segment-rules.ts";

/**
 * How values become scores.
 *
 * `"quantile"`: limits at the quantiles, so that equal values share a score. `"rank"`: as many customers in each score as the next, as
 * SQL's `NTILE` does; customers with equal values may be parted. `"breaks"`: limits of your own. `"nested"`: as `"quantile"`, with frequency
 * among customers of one recency score only, and monetary among those of one recency and one frequency score.
 */
export type RfmMethod = "quantile" | "rank" | "breaks" | "nested";

/** How values are scored and scores become segments. */
export interface RfmScoringOptions<Segment extends string = RfmSegment> {
  /** Scores of each dimension, from 2 to 9, as one number or by dimension. Default 5; with `breaks` one more than there are breaks. */
  readonly bins?: number | Partial<RfmBins>;
  /** Default `"quantile"`, or `"breaks"` if there are some. */
  readonly method?: RfmMethod;
  /** The limits between scores, for the method `"breaks"`, e.g. the `limits` of an earlier result. */
  readonly breaks?: RfmBreaks;
  /** Segments of your own. Each combination of scores must fit exactly one. Default `RFM_RULES` for 5 scores in each dimension, else none. */
  readonly rules?: readonly SegmentRule<Segment>[];
}

/** How the customers of a log are scored. */
export interface RfmOptions<Segment extends string = RfmSegment> extends RfmScoringOptions<Segment> {
  /** Day as of which the base is judged, inclusive; nothing after it is looked at. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
  /** How far back to look: purchases and revenue in (asOf − window, asOf]. Default: all history. */
  readonly window?: Duration;
  /** What the monetary score looks at; `"margin"` needs a log with margins. Default `"revenue"`. */
  readonly value?: "revenue" | "margin";
  /** What is counted as one order: each purchase (default), or all purchases of one day together. */
  readonly count?: PurchaseCount;
}

/** Where rows hold what is scored, and how it is scored. */
export interface RfmRowOptions<Row, Segment extends string = RfmSegment> extends RfmScoringOptions<Segment> {
  /** Days since the last purchase, or another length of time: fewer are better. */
  readonly recency: Accessor<Row, number>;
  /** Number of purchases. */
  readonly frequency: Accessor<Row, number>;
  /** Revenue or margin. */
  readonly monetary: Accessor<Row, number>;
  /** Default: the field `customerId`, if rows have it. */
  readonly id?: Accessor<Row, CustomerId>;
}

const SCORING_NAMES: Readonly<Record<keyof RfmScoringOptions, true>> = {
  bins: true,
  method: true,
  breaks: true,
  rules: true,
};

/** The names of the options of a log, for refusing any other. */
export const RFM_NAMES: Readonly<Record<keyof RfmOptions, true>> = {
  asOf: true,
  window: true,
  value: true,
  count: true,
  ...SCORING_NAMES,
};

/** The names of the options of rows. */
export const RFM_ROW_NAMES: Readonly<Record<keyof RfmRowOptions<never>, true>> = {
  recency: true,
  frequency: true,
  monetary: true,
  id: true,
  ...SCORING_NAMES,
};
