import type { BridgeMovement } from "../audit/bridge-result.ts";
import type { AuditValue } from "../audit/differences-result.ts";

/** Words of the charts of the audit of a customer base. */
export interface AuditChartLabels {
  readonly bridge: {
    /** `{before}`, `{now}` and `{change}`; the second without a rate of growth. */
    readonly title: string;
    readonly titleWithGrowth: string;
    /** `{previous}`, `{current}`, `{customersBefore}`, `{customersNow}` (a count). */
    readonly subtitle: string;
    /** `{previous}`, `{before}`, `{steps}`, `{current}`, `{now}`. */
    readonly description: string;
    /** A step of the description: `{movement}`, `{change}` and `{customers}` (a count). */
    readonly step: string;
    readonly movements: Readonly<Record<BridgeMovement, string>>;
    readonly change: string;
    readonly movement: string;
  };
  readonly cohortRevenue: {
    /** `{period}`, and `{share}` of its revenue from cohorts won before it. */
    readonly title: string;
    readonly titleWithoutShare: string;
    readonly subtitle: string;
    /** `{first}`, `{last}`, `{revenue}`, and `{share}` from customers won before. */
    readonly description: string;
    /** All cohorts up to `{cohort}`. */
    readonly upTo: string;
    readonly cohort: string;
  };
  readonly deciles: {
    /** `{share}` and `{ofValue}`. */
    readonly title: string;
    /** `{customers}` (a count) and `{period}`. */
    readonly subtitle: string;
    /** `{shares}`, a list. */
    readonly description: string;
    readonly decile: string;
    /** Axes and legends by value. */
    readonly share: Readonly<Record<AuditValue, string>>;
    readonly cumulative: string;
    readonly least: string;
    readonly most: string;
    /** "of revenue" and "of margin", in a sentence. */
    readonly ofValue: Readonly<Record<AuditValue, string>>;
  };
  readonly orders: {
    /** `{share}` with one order. */
    readonly title: string;
    readonly subtitle: string;
    readonly orders: string;
    /** So many orders or more: `{count}`. */
    readonly orMore: string;
    readonly shareOfCustomers: string;
    readonly shareOfRevenue: string;
    readonly share: string;
    readonly kind: string;
  };
  readonly development: {
    /** `{cohort}`, `{size}` (a count). */
    readonly title: string;
    readonly subtitle: string;
    /** The revenue beside it: `{amount}` per customer. */
    readonly revenueTitle: string;
    readonly revenueSubtitle: string;
    readonly age: string;
    readonly activeShare: string;
    readonly revenuePerCustomer: string;
  };
  readonly comparison: {
    readonly title: string;
    readonly subtitle: string;
    readonly revenueTitle: string;
    readonly revenueSubtitle: string;
  };
  readonly page: {
    /** `{period}`; and without a complete period. */
    readonly title: string;
    readonly titleWithoutPeriod: string;
    /** `{customers}` (a count), `{revenue}` and `{date}`. */
    readonly subtitle: string;
    readonly description: string;
    /** Headings of the five views. */
    readonly views: readonly [string, string, string, string, string];
  };
  readonly revenue: string;
  readonly revenueNet: string;
  readonly customers: string;
}
