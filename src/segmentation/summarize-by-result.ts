import type { RateSummary } from "./group-rates.ts";
import type { ValueSummary } from "./group-values.ts";

/** Some customers, what they are worth, and what holds for them. */
export interface CustomersSummary<Value extends string, Rate extends string> {
  /** Rows: customers, if each has one. */
  readonly customers: number;
  /** Share of all customers; `null` if there are none. */
  readonly shareOfCustomers: number | null;
  /** Sum, share, mean and median by the names that were given to the values. */
  readonly values: Readonly<Record<Value, ValueSummary>>;
  /** Count and rate with interval by the names that were given to the rates. */
  readonly rates: Readonly<Record<Rate, RateSummary>>;
}

/** The customers of a group. */
export interface GroupSummary<Group, Value extends string, Rate extends string>
  extends CustomersSummary<Value, Rate> {
  /** What the rows say under the key, `null` if nothing; with a list of keys, a list of the same length. */
  readonly group: Group;
}

/** Customers by group. */
export interface SummaryByGroup<Group, Value extends string, Rate extends string> {
  /** In the order in which groups first appear, unless `sortBy` says otherwise. They add up to the total. */
  readonly rows: readonly GroupSummary<Group, Value, Rate>[];
  readonly total: CustomersSummary<Value, Rate>;
}
