import { checkColumnar } from "../rows/check-columnar.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { quoted } from "../rows/issue.ts";
import { checkOption } from "../rows/options.ts";
import type { CivilDay } from "../time/civil-day.ts";
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
  const { version, states, customerIds } = value as CustomerReducerSnapshot;
  checkOption(
    `${path}.version`,
    version,
    version === 1 ? null : "Another version of the library wrote this snapshot.",
  );
  const { counts, sums, firstDayOrders, returns, returned, margins, days } = states;
  const arrays: unknown[] = [counts, sums, firstDayOrders, returns, returned, margins];
  if (days !== null) arrays.push(days.bits, days.strays);
  checkColumnar(path, "[object]", arrays, "createCustomerReducer");
  const customers = customerIds.length;
  const whole =
    counts.length === 4 * customers &&
    sums.length === 2 * customers &&
    [firstDayOrders, returns, returned].every((array) => array.length === customers) &&
    (margins.length === 0 || margins.length === customers) &&
    (days === null || days.bits.length === days.words * customers);
  checkOption(
    path,
    "[object]",
    whole ? null : "The snapshot is not whole: its arrays do not fit its customers.",
  );
}

/** Refuses to merge what was summed up by other rules; `invalid` may differ, since it decides about no customer. */
export function checkSameSettings(mine: ReducerSettings, other: ReducerSettings): void {
  for (const name of ["asOf", "unit", "count", "intervals", "timeZone", "returns"] as const) {
    const same = mine[name] === other[name];
    const trouble = `The other reducer has ${quoted(other[name])}, this one ${quoted(mine[name])}: only what was summed up alike can be merged.`;
    checkOption(`merge.${name}`, other[name], same ? null : trouble);
  }
}
