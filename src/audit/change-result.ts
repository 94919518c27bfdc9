import type { BridgeStep, RevenueBridge } from "./bridge-result.ts";
import type { RevenueTree } from "./tree-result.ts";

/** How many customers changed their revenue by a factor, among those who bought in both periods. */
export interface ChangeClass {
  /** Revenue now ÷ before: the least that belongs, and the first that no longer does; `null` where the class has no end. */
  readonly from: number | null;
  readonly below: number | null;
  readonly customers: number;
  /** Of those with revenue above 0 before; `null` if there are none. */
  readonly share: number | null;
  /** Sum of their changes of revenue. */
  readonly change: number;
}

/** Where the customers of one decile of the previous period stand in the current one. */
export interface DecileMigrationRow {
  /** Decile in the previous period, 1 the best; `null` for those who did not buy in it. */
  readonly decile: number | null;
  readonly customers: number;
  /** How many stand in decile 1 to 10 of the current period. */
  readonly to: readonly number[];
  /** How many bought nothing in it. */
  readonly toNone: number;
  readonly revenueBefore: number;
  readonly revenueNow: number;
}

/** View 2: what changed from the previous to the current period. */
export interface CustomerBaseChange {
  readonly bridge: RevenueBridge;
  readonly tree: RevenueTree;
  /** Customers who bought in both: all, and by how much their revenue changed; those whose revenue before was not above 0 are apart. */
  readonly kept: BridgeStep;
  readonly keptByFactor: readonly ChangeClass[];
  readonly keptWithoutFactor: { readonly customers: number; readonly change: number };
  /** Eleven rows: deciles 1 to 10, then those who did not buy in the previous period. Sorted by `sortedBy` in either period. */
  readonly migration: readonly DecileMigrationRow[];
}
