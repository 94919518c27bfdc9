import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { Duration } from "../time/duration.ts";
import type { BasePeriod } from "./base-period.ts";
import type { CustomerBaseChange } from "./change-result.ts";
import type { CohortComparison, CohortDevelopment } from "./cohort-view-result.ts";
import type { CustomerDifferences } from "./differences-result.ts";
import type { PeriodComparison } from "./pair-ending.ts";
import type { BaseWarning, Reconciliation } from "./reconciliation.ts";
import type { WholeBase } from "./whole-base-result.ts";

/** What was assumed where nothing was said. */
export interface AuditAssumption {
  /**
   * `"period"`: why this period was chosen. `"returns"`: what credit notes do. `"margin"`: where margins come from, or that there are none.
   * `"cohort"`: why this cohort is shown. `"deciles"`: how ties are parted. `"first-purchase"`: what counts as the first purchase.
   */
  readonly code: "period" | "returns" | "margin" | "cohort" | "deciles" | "first-purchase";
  readonly message: string;
}

/** A customer base in five views (Kundenbestandsanalyse), after Fader, Hardie & Ross. */
export interface CustomerBaseAudit {
  readonly asOf: IsoDate;
  /** First day of the log; `null` if it is empty. */
  readonly logFrom: IsoDate | null;
  /** The periods that are compared: of the calendar, or windows of a length that end at `asOf`. */
  readonly period: CalendarPeriod | Duration;
  /** Whether the period was chosen by default. */
  readonly periodByDefault: boolean;
  /** With what the current period is compared. */
  readonly compareWith: PeriodComparison;
  /** The periods of which cohorts are made. */
  readonly cohortPeriod: CalendarPeriod | Duration;
  /** Where margins come from: the log, one rate, or nowhere. */
  readonly margins: "log" | "rate" | null;
  readonly marginRate: number | null;
  /** The last complete period, and the one before; `null` if there is none, or the log holds nothing of it. */
  readonly current: BasePeriod | null;
  readonly previous: BasePeriod | null;
  /** All of the log up to `asOf`: who bought, their purchases, revenue net of returns, margin. */
  readonly totals: {
    readonly customers: number;
    readonly orders: number;
    readonly revenue: number;
    readonly margin: number | null;
    /** People with credit notes who never bought. */
    readonly withoutPurchase: { readonly customers: number; readonly revenue: number };
  };
  /** View 1; `null` without a complete period. */
  readonly differences: CustomerDifferences | null;
  /** View 2; `null` without two complete periods. */
  readonly change: CustomerBaseChange | null;
  /** View 3; `null` without a complete cohort. */
  readonly cohort: CohortDevelopment | null;
  /** View 4; `null` without customers. */
  readonly cohorts: CohortComparison | null;
  /** View 5. */
  readonly whole: WholeBase;
  /** Totals of the views against the log. */
  readonly reconciliation: readonly Reconciliation[];
  readonly assumptions: readonly AuditAssumption[];
  readonly warnings: readonly BaseWarning[];
}
