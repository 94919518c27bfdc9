import type { ChurnSignal } from "./churn-signal.ts";
import type { CohortDefinition } from "./cohort-options.ts";
import type { CustomerRates } from "./customer-rates.ts";
import type { RetentionMovement } from "./period-movements.ts";
import type { RetentionLedgerRow } from "./retention-ledger-row.ts";
import type { RevenuePeriod } from "./revenue-ledger.ts";
import type { RevenueMovement } from "./revenue-movement.ts";
import type { RevenueRates } from "./revenue-rates.ts";
import type { StickinessRow } from "./stickiness.ts";

/** The rates of retention and churn, by the names of the fields that hold them. */
export type RetentionRateName =
  | keyof Pick<
      CustomerRates,
      "retentionRate" | "churnRate" | "meanDuration" | "fluctuationRatio" | "reactivationRate"
    >
  | keyof Pick<RetentionLedgerRow, "repeatPurchaseRate">
  | keyof Pick<StickinessRow, "stickiness">
  | keyof Omit<RevenueRates, "logoChurnLower" | "logoChurnUpper">
  | keyof Pick<RevenuePeriod, "mrr" | "arr" | "averageRevenuePerAccount">;

/** Words for the codes of retention. */
export interface RetentionLabels {
  /** How a customer moved in a period. */
  readonly movements: Readonly<Record<RetentionMovement, string>>;
  /** How a customer's recurring revenue moved. */
  readonly revenueMovements: Readonly<Record<RevenueMovement, string>>;
  /** When a customer of a cohort counts as retained. */
  readonly cohortDefinitions: Readonly<Record<CohortDefinition, string>>;
  readonly churnSignals: Readonly<Record<ChurnSignal, string>>;
  readonly rates: Readonly<Record<RetentionRateName, string>>;
}
