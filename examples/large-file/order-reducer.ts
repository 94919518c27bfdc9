import {
  type CustomerReducer,
  type CustomerReducerOptions,
  createCustomerReducer,
} from "clientele/customers";
import type { OrderRow } from "../demo/order-row.ts";

/** A reducer for rows of a file. */
export function orderReducer(options: CustomerReducerOptions): CustomerReducer<OrderRow> {
  // Texts among the amounts are for the reducer to find, which the type of a column of amounts would forbid.
  return createCustomerReducer<OrderRow>({ ...options, columns: { amount: (row) => row.amount as number } });
}
