import type { CustomerId } from "../rows/customer-id.ts";
import type { GroupValue } from "../rows/group-value.ts";
import type { MigrationDirection } from "./migration-direction.ts";

/** Where a customer was and is. */
export interface MigratedCustomer {
  readonly customerId: CustomerId;
  readonly from: GroupValue;
  readonly to: GroupValue;
  readonly direction: MigrationDirection;
}

/** A customer who is there only afterwards. */
export interface EnteredCustomer {
  readonly customerId: CustomerId;
  readonly to: GroupValue;
}

/** A customer who was there only before. */
export interface LeftCustomer {
  readonly customerId: CustomerId;
  readonly from: GroupValue;
}

/** What became of the customers of a segment, or of all: before = stayed + moved + left, after = stayed + arrived + entered. */
export interface MigrationCounts {
  /** Customers before. */
  readonly before: number;
  /** In the segment before and after. */
  readonly stayed: number;
  /** Went to another segment. */
  readonly moved: number;
  /** Of those, to a better one; `null` without an order of segments. */
  readonly up: number | null;
  /** Of those, to a worse one; `null` without an order of segments. */
  readonly down: number | null;
  /** No longer there afterwards. */
  readonly left: number;
  /** Came from another segment. */
  readonly arrived: number;
  /** Were not there before. */
  readonly entered: number;
  /** Customers afterwards. */
  readonly after: number;
  /** Stayed ÷ before, in [0, 1]; `null` if nobody was there before, as are the limits of its Wilson interval. */
  readonly stayedShare: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What became of the customers of a segment. */
export interface SegmentFlow extends MigrationCounts {
  readonly segment: GroupValue;
}

/**
 * Numbers from one segment (rows) to another (columns), by the segments as text.
 *
 * After the segments come the row `entered`, of those who were not there before, and the column `left`, of those who are there no more.
 */
export type MigrationMatrix<Cell> = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

/** What moved between two segmentations of the same customers. */
export interface SegmentMigration {
  /** Everybody who is on both sides, in the order of the earlier rows. */
  readonly rows: readonly MigratedCustomer[];
  readonly entered: readonly EnteredCustomer[];
  readonly left: readonly LeftCustomer[];
  /** `counts[from][to]` is a number of customers: rows add up to the earlier sizes, columns to the later ones. */
  readonly counts: MigrationMatrix<number>;
  /** `shares[from][to]` is the share of those who were in `from`; `null` if nobody was. */
  readonly shares: MigrationMatrix<number | null>;
  /** A row for each segment, in the order given or of first appearance. */
  readonly segments: readonly SegmentFlow[];
  /** The same over all segments; here those who arrive are those who moved. */
  readonly total: MigrationCounts;
}
