import type { CustomerId } from "../rows/customer-id.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { TimeUnit } from "../time/unit.ts";

/** How long somebody was, or has been so far, a customer; a row for survival analysis. */
export interface Tenure {
  readonly customerId: CustomerId;
  /** First day as a customer. */
  readonly start: IsoDate;
  /** Last day as a customer; `null` while it runs. */
  readonly end: IsoDate | null;
  /**
   * Time as a customer in the unit of the tenures, above 0: start and end both counted, or, while it runs, from the start to the day on which
   * observation ended.
   */
  readonly duration: number;
  /** Whether it has ended; `false` is censored: it was still running when observation ended. */
  readonly event: boolean;
  /** 1 for the first time as a customer, 2 for the next after having been lost, and so on. */
  readonly spell: number;
  /** Time from the start to the first day of observation; 0 for those who came later. Only with `observedFrom`. */
  readonly entry?: number;
}

/** The tenures of a base as of a day. */
export interface Tenures<Row extends Tenure = Tenure> {
  /** Unit of `duration` and `entry`. */
  readonly unit: TimeUnit;
  readonly asOf: IsoDate;
  /**
   * Day on which observation ended and running tenures are censored. Before `asOf` where the end of a tenure is known only after a while (`churnedOn:
   * "last-purchase"`, or a `gap` that is bridged).
   */
  readonly observedUntil: IsoDate;
  readonly rows: readonly Row[];
  readonly omitted: OmittedTenures;
  readonly warnings: readonly TenureWarning[];
}

/** What has no row, by reason. */
export interface OmittedTenures {
  /** Tenures that began on the last day of observation or, known by `asOf`, after it: of them nothing has been seen yet. */
  readonly notYetObserved: number;
  /** Tenures that had ended by `observedFrom`: others like them may be missing from the data. */
  readonly endedBefore: number;
  /** Customers who, by `asOf`, have nothing that counts: returns only, or no subscription in service (or none that is paid). */
  readonly withoutStart: number;
}

/**
 * What makes tenures doubtful.
 *
 * - `nobody-lost`: no tenure has ended, so that nothing can be said of when they do;
 * - `often-back`: a tenth or more of the lost bought again later, so that many were lost in name only: think of a longer limit.
 */
export type TenureWarningCode = "nobody-lost" | "often-back";

/** A doubt about tenures. */
export interface TenureWarning {
  readonly code: TenureWarningCode;
  /** How many tenures it concerns. */
  readonly tenures: number;
  readonly message: string;
}
