import type { CustomerId } from "../rows/customer-id.ts";
import { quoted } from "../rows/issue.ts";
import { checkOption } from "../rows/options.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { isIds, NO_ARRAYS, NOT_WHOLE, OLD_SNAPSHOT } from "../transactions/stream-contents.ts";
import type { StreamContents } from "../transactions/stream-record.ts";
import type { ReducerSettings } from "./reducer-options.ts";
import type { CustomerStates } from "./reducer-states.ts";

/**
 * What a reducer knows, as plain data: it can be sent from a worker (`postMessage`, `structuredClone`), merged into another reducer, and
 * resumed from. What it holds may change from version to version of the library.
 */
export interface CustomerReducerSnapshot {
  readonly kind: "customer-reducer";
  /** Version of the layout; a reducer takes only its own. */
  readonly version: 1;
  readonly settings: ReducerSettings;
  /** Which batches and how many rows have been read. */
  readonly stream: StreamContents;
  /** Last day of a transaction; `null` if there was none. */
  readonly until: CivilDay | null;
  /** Transactions behind `asOf`. */
  readonly afterAsOf: number;
  /** Customers in the order in which they first appear. */
  readonly customerIds: readonly CustomerId[];
  readonly states: CustomerStates;
}

/** Refuses what is no snapshot, or has not survived its way. */
export function checkSnapshot(path: string, value: unknown): asserts value is CustomerReducerSnapshot {
  const record = value as Partial<CustomerReducerSnapshot> | null;
  const isSnapshot = typeof record === "object" && record !== null && record.kind === "customer-reducer";
  checkOption(path, value, isSnapshot ? null : "This is no reducer of customers, nor a snapshot of one.");
  const { version, settings, states, customerIds, until, afterAsOf } = value as CustomerReducerSnapshot;
  checkOption(`${path}.version`, version, version === 1 ? null : OLD_SNAPSHOT);
  const hasParts = [settings, states].every((part) => typeof part === "object" && part !== null);
  const counts = (until === null || Number.isInteger(until)) && Number.isInteger(afterAsOf);
  checkOption(path, "[object]", hasParts && counts && isIds(customerIds) ? null : NOT_WHOLE);
  checkOption(path, "[object]", arraysOf(states).every(ArrayBuffer.isView) ? null : NO_ARRAYS);
  checkOption(path, "[object]", isWhole(states, customerIds.length) ? null : NOT_WHOLE);
}

function arraysOf({
  counts,
  sums,
  firstDayOrders,
  returns,
  returned,
  margins,
  days,
}: CustomerStates): unknown[] {
  const ofDays = days === null ? [] : [days?.bits, days?.strays];
  return [counts, sums, firstDayOrders, returns, returned, margins, ...ofDays];
}

/** Whether the arrays are those of so many customers. */
function isWhole(states: CustomerStates, customers: number): boolean {
  const { counts, sums, firstDayOrders, returns, returned, margins, days } = states;
  const kinds =
    [counts, firstDayOrders, returns].every((array) => array instanceof Int32Array) &&
    [sums, returned, margins].every((array) => array instanceof Float64Array);
  return (
    kinds &&
    counts.length === 4 * customers &&
    sums.length === 2 * customers &&
    [firstDayOrders, returns, returned].every(({ length }) => length === customers) &&
    (margins.length === 0 || margins.length === customers) &&
    (days === null || (days.bits instanceof Int32Array && days.bits.length === days.words * customers))
  );
}

/** Refuses to merge what was summed up by other rules; `invalid` may differ, since it decides about no customer. */
export function checkSameSettings(mine: ReducerSettings, other: ReducerSettings): void {
  for (const name of ["asOf", "unit", "count", "intervals", "timeZone", "returns"] as const) {
    const same = mine[name] === other[name];
    const trouble = `The other reducer has ${shown(other[name])}, this one ${shown(mine[name])}: only what was summed up alike can be merged.`;
    checkOption(`merge.${name}`, other[name], same ? null : trouble);
  }
}

/** Days are kept as numbers, of which nobody would know the day. */
function shown(setting: ReducerSettings[keyof ReducerSettings]): string {
  return quoted(typeof setting === "number" ? isoDate(setting) : setting);
}
