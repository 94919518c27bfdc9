import type { Transaction } from "../transactions/columns.ts";
import type { LooseColumns } from "../transactions/read-rows.ts";
import type { CustomerReducer } from "./customer-reducer.ts";
import { StreamedCustomers } from "./reduce-customers.ts";
import {
  type CustomerReducerOptions,
  checkedColumns,
  checkedSettings,
  type ReducerColumns,
} from "./reducer-options.ts";
import { type CustomerReducerSnapshot, checkSnapshot } from "./reducer-snapshot.ts";

/**
 * Makes a reducer, which sums up customers from a stream of transactions without ever holding them all.
 *
 * What comes out is what `summarizeCustomers` makes of a log of all transactions, whatever the order in which they come; sums of money may
 * differ in the last digits. The memory it takes grows with the customers and with the span of days, not with the transactions.
 *
 * @param options - `asOf` (default: the last day seen), `unit` of recency and T, `count` and `intervals` as for `summarizeCustomers`;
 *   `timeZone`, `invalid` and `returns` as for `transactionLog`; `columns` of the rows, except `order`.
 * @returns A reducer without customers.
 * @throws {@link DataError} for options that are none.
 *
 * @example
 * import { createCustomerReducer } from "clientele";
 *
 * const reducer = createCustomerReducer({ asOf: "2025-06-22" });
 * reducer.add([{ customerId: "A", date: "2025-04-09", amount: 20 }, { customerId: "A", date: "2025-03-14", amount: 10 }]);
 * reducer.add({ customer: ["A", "B"], date: ["2025-05-21", "2025-06-01"], amount: [25, 80] }, { id: "part-2" });
 * reducer.finish().rows.map(({ customerId, frequency, monetaryValue }) => [customerId, frequency, monetaryValue]);
 * // => [["A", 2, 22.5], ["B", 0, 0]]
 * reducer.add([{ customerId: "A", date: "2025-05-21", amount: 25 }], { id: "part-2" }); // throws DataError: counted already
 */
export function createCustomerReducer<Row extends Transaction = Transaction>(
  options?: CustomerReducerOptions & { readonly columns?: ReducerColumns<Row> },
): CustomerReducer<Row>;
export function createCustomerReducer<Row>(
  options: CustomerReducerOptions & { readonly columns: ReducerColumns<Row> },
): CustomerReducer<Row>;
export function createCustomerReducer<Row>(
  options: CustomerReducerOptions & { readonly columns?: ReducerColumns<Row> } = {},
): CustomerReducer<Row> {
  const settings = checkedSettings(options);
  return new StreamedCustomers(
    settings,
    checkedColumns<Row>(options.columns as LooseColumns<Row> | undefined),
  );
}

/**
 * Goes on where a reducer was when its snapshot was taken, e.g. after an interruption; the same as to `merge` it into a new reducer with the same
 * options, which the snapshot knows.
 *
 * @param snapshot - What `snapshot()` of a reducer gave.
 * @param columns - Where rows to come hold what, as for `createCustomerReducer`; a snapshot does not hold them.
 * @returns A reducer with the same options, customers and names of batches.
 * @throws {@link DataError} if this is no snapshot, or has lost its typed arrays.
 *
 * @example
 * import { createCustomerReducer, resumeCustomerReducer } from "clientele";
 *
 * const reducer = createCustomerReducer();
 * reducer.add([{ customerId: "A", date: "2025-03-14", amount: 10 }], { id: "march" });
 * const resumed = resumeCustomerReducer(structuredClone(reducer.snapshot()));
 * resumed.hasBatch("march"); // => true
 * resumed.add([{ customerId: "A", date: "2025-04-09", amount: 20 }], { id: "april" });
 * resumed.finish().rows[0]?.frequency; // => 1
 */
export function resumeCustomerReducer<Row extends Transaction = Transaction>(
  snapshot: CustomerReducerSnapshot,
  columns?: ReducerColumns<Row>,
): CustomerReducer<Row>;
export function resumeCustomerReducer<Row>(
  snapshot: CustomerReducerSnapshot,
  columns: ReducerColumns<Row>,
): CustomerReducer<Row>;
export function resumeCustomerReducer<Row>(
  snapshot: CustomerReducerSnapshot,
  columns?: ReducerColumns<Row>,
): CustomerReducer<Row> {
  checkSnapshot("snapshot", snapshot);
  const resolved = checkedColumns<Row>(columns as LooseColumns<Row> | undefined);
  const reducer = new StreamedCustomers(snapshot.settings, resolved);
  reducer.merge(snapshot);
  return reducer;
}
