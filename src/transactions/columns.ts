import type { Accessor, NeededColumn } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { DateInput } from "../time/read-civil-day.ts";

/** A transaction as the library reads it when no columns are named. */
export interface Transaction {
  readonly customerId: CustomerId;
  readonly date: DateInput;
  /** Money of the transaction, in the one currency of the log; below 0 for a return. */
  readonly amount: number;
}

/**
 * Where a row holds what: names of fields, or functions of the row.
 *
 * A column may be left out if the row has a field of the default name (`customerId`, `date`, `amount`) and a fitting type.
 */
export type TransactionColumns<Row> = NeededColumn<Row, "customer", "customerId", CustomerId> &
  NeededColumn<Row, "date", "date", DateInput> &
  NeededColumn<Row, "amount", "amount", number> & {
    /** Order id: line items with one order id become one transaction. */
    readonly order?: Accessor<Row, CustomerId>;
    /** Margin of the transaction in money (not a rate). */
    readonly margin?: Accessor<Row, number>;
  };

/** Ids as running numbers with the list they point into, as Arrow and other column stores hold them. */
export interface DictionaryColumn {
  /** For each row the place of its id in `dictionary`; below 0 if it has none. */
  readonly codes: Int32Array;
  readonly dictionary: readonly CustomerId[];
}

/** Days as whole days since 1970-01-01, e.g. Arrow's Date32. */
export interface EpochDayColumn {
  readonly epochDays: Int32Array;
}

/** A column of ids: a list, an array of integers, or dictionary-coded. */
export type IdColumn = ArrayLike<CustomerId | null | undefined> | DictionaryColumn;

/** Transactions column by column; all columns have the same length. */
export interface TransactionColumnArrays {
  readonly customer: IdColumn;
  readonly date: ArrayLike<DateInput | null | undefined> | EpochDayColumn;
  readonly amount: ArrayLike<number | null | undefined>;
  readonly order?: IdColumn;
  readonly margin?: ArrayLike<number | null | undefined>;
}
