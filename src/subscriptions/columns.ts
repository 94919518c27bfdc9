import type { Accessor, NeededColumn } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { DateInput } from "../time/read-civil-day.ts";

/** A subscription as the library reads it when no columns are named. */
export interface Subscription {
  readonly customerId: CustomerId;
  /** First day of service. */
  readonly start: DateInput;
  /** Last day of service (see `endDay`); missing or `""` while the subscription runs on. */
  readonly end?: DateInput | null | undefined;
  /** Price of a month, in the one currency of the book, 0 or more; for other billing periods see `monthlyAmount`. */
  readonly monthlyAmount: number;
  /** What was subscribed to, if that is told apart. */
  readonly plan?: CustomerId | null | undefined;
}

/**
 * Where a row holds what: names of fields, or functions of the row.
 *
 * A column may be left out if the row has a field of the default name (`customerId`, `start`, `end`, `monthlyAmount`, `plan`) and a fitting
 * type.
 */
export type SubscriptionColumns<Row> = NeededColumn<Row, "customer", "customerId", CustomerId> &
  NeededColumn<Row, "start", "start", DateInput> &
  NeededColumn<Row, "monthlyAmount", "monthlyAmount", number> & {
    /** Last day of service, or the first day without it (`endDay: "exclusive"`); missing or `""` while the subscription runs on. */
    readonly end?: Accessor<Row, DateInput>;
    readonly plan?: Accessor<Row, CustomerId>;
    /** Id of the subscription: no two rows may share one. */
    readonly id?: Accessor<Row, CustomerId>;
    /** Further keys to group by, such as industry or reason of leaving; a row may have none. */
    readonly keys?: Readonly<Record<string, Accessor<Row, CustomerId>>>;
  };
