import type { CustomerId } from "../rows/customer-id.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { TimeUnit } from "../time/unit.ts";

/** At how many of his opportunities a customer has bought. */
export interface OpportunitySummary {
  readonly customerId: CustomerId;
  /** Complete periods after the first in which he bought (x). */
  readonly frequency: number;
  /** Number of the last of them, counted from the period after the first (tx); 0 if there was none. */
  readonly recency: number;
  /** Complete periods after the first (T): his opportunities so far. */
  readonly T: number;
  /** Mean amount of the periods that `frequency` counts; 0 if there were none. Returns are left out. */
  readonly monetaryValue: number;
}

/** The customers of a log as of a day, in opportunities to buy; a `PurchaseHistories` of whole numbers. */
export interface OpportunitySummaries {
  /** The period that is one opportunity, and so the unit of `recency` and `T`. */
  readonly unit: TimeUnit;
  readonly asOf: IsoDate;
  /** Last day of the last complete period: nothing after it is counted. */
  readonly completeUntil: IsoDate;
  /** One row per customer who has bought by `asOf`, in the order of the log. */
  readonly rows: readonly OpportunitySummary[];
}
