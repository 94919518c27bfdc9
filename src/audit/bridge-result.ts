import type { CustomerId } from "../rows/customer-id.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { BasePeriod } from "./base-period.ts";
import type { BaseWarning, Reconciliation } from "./reconciliation.ts";

/**
 * What became of a customer from one period to the next. `"new"`: bought in the current period, and never up to the end of the previous one.
 * `"returned"`: bought in the current period and before the previous one, not in it. `"up"`, `"down"`, `"level"`: bought in both, for
 * more, for less, or for the same. `"lost"`: bought in the previous period only. `"inactive"`: bought in neither, and has credit notes.
 */
export type BridgeMovement = "new" | "returned" | "up" | "down" | "level" | "lost" | "inactive";

/** The customers of one step, and their money; net of returns. */
export interface BridgeStep {
  readonly customers: number;
  /** What they brought in the previous period. */
  readonly before: number;
  /** What they bring in the current period. */
  readonly now: number;
  /** now − before: below 0 for `down` and `lost`. */
  readonly change: number;
  /** change ÷ revenue of the previous period; `null` if that is not above 0. */
  readonly shareOfPrevious: number | null;
}

/** A customer whose revenue changed much. */
export interface BridgeContributor {
  readonly customerId: CustomerId;
  readonly movement: BridgeMovement;
  readonly before: number;
  readonly now: number;
  readonly change: number;
}

/** From the revenue of one period to that of the next, by what became of customers (Umsatzbrücke). */
export interface RevenueBridge {
  readonly previous: BasePeriod;
  readonly current: BasePeriod;
  readonly asOf: IsoDate;
  /** Revenue of the log in either period, net of returns. */
  readonly revenueBefore: number;
  readonly revenueNow: number;
  /** revenueNow − revenueBefore. */
  readonly change: number;
  /** change ÷ revenueBefore; `null` if that is not above 0. */
  readonly growth: number | null;
  /** Customers with a purchase in either period. customersBefore + new + returned − lost = customersNow. */
  readonly customersBefore: number;
  readonly customersNow: number;
  /** Those with a purchase in both: up + down + level. */
  readonly kept: BridgeStep;
  /** The steps; revenueBefore + the sum of their changes + residual = revenueNow. */
  readonly steps: Readonly<Record<BridgeMovement, BridgeStep>>;
  /** What the steps leave unexplained: 0, or rounding far below a cent. */
  readonly residual: number;
  /** The customers with the largest changes, largest first: those who bring more, and those who bring less. */
  readonly gains: readonly BridgeContributor[];
  readonly losses: readonly BridgeContributor[];
  readonly reconciliation: readonly Reconciliation[];
  readonly warnings: readonly BaseWarning[];
}
