import type { CustomerId } from "../rows/customer-id.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { Duration } from "../time/duration.ts";
import type { RfmBins, RfmBreaks } from "./rfm-dimension.ts";
import type { RfmMethod } from "./rfm-options.ts";
import type { RfmWarning } from "./rfm-warnings.ts";
import type { RfmScores, RfmSegment } from "./segment-rules.ts";

/** What everybody who is scored has: raw values, scores and segment. */
export interface RfmScored<Segment extends string = RfmSegment> extends RfmScores {
  /** Days from the last purchase in the window to `asOf`. */
  readonly daysSinceLastPurchase: number;
  /** Purchases, or purchase days, in the window. */
  readonly orders: number;
  /** Sum of all amounts in the window, returns deducted; of rows of the caller's, what `monetary` reads. */
  readonly revenue: number;
  /** The three scores as digits, e.g. `"545"`. */
  readonly cell: string;
  /** `null` if there are no rules for these numbers of scores. */
  readonly segment: Segment | null;
}

/** A customer of a log, scored. */
export interface RfmCustomer<Segment extends string = RfmSegment> extends RfmScored<Segment> {
  readonly customerId: CustomerId;
  /** Sum of all margins in the window, if that is what the monetary score looks at. */
  readonly margin?: number;
}

/** A row of the caller's, scored. */
export interface RfmRow<Segment extends string = RfmSegment> extends RfmScored<Segment> {
  /** Place of the row in the input, from 0. */
  readonly index: number;
  /** `null` if rows have no id. */
  readonly customerId: CustomerId | null;
}

/** How large a segment is. */
export interface SegmentSize<Segment extends string = RfmSegment> {
  readonly segment: Segment;
  readonly customers: number;
  /** Of all who are scored; `null` if there is nobody. */
  readonly shareOfCustomers: number | null;
}

/** Scored rows, and how they were scored. */
export interface RfmOfRows<Segment extends string = RfmSegment, Row = RfmRow<Segment>> {
  readonly method: RfmMethod;
  /** Scores of each dimension. */
  readonly bins: RfmBins;
  /** The limits between the scores; `null` for the methods `"rank"` and `"nested"`, where none hold for everybody, and if nobody is scored. */
  readonly limits: RfmBreaks | null;
  readonly rows: readonly Row[];
  /** A row for each segment, in the order of the rules; empty without rules. */
  readonly segments: readonly SegmentSize<Segment>[];
  readonly warnings: readonly RfmWarning[];
}

/** The scored customers of a log. */
export interface Rfm<Segment extends string = RfmSegment> extends RfmOfRows<Segment, RfmCustomer<Segment>> {
  readonly asOf: IsoDate;
  /** `null` for all history. */
  readonly window: Duration | null;
  /** First day of the window; `null` for all history. */
  readonly from: IsoDate | null;
  /** Customers seen by `asOf` without purchase in the window, and what their returns in it come to, so that revenue reconciles with the log. */
  readonly omitted: { readonly customers: number; readonly revenue: number };
}
