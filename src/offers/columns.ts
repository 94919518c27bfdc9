import type { Accessor, NeededColumn } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { DateInput } from "../time/read-civil-day.ts";

/** How a row says where an offer stands: a word, a number or a flag. See the option `statuses`. */
export type StatusWord = string | number | boolean;

/** An offer as the library reads it when no columns are named. */
export interface Offer {
  /** To whom the offer was made; may be missing. */
  readonly customerId?: CustomerId | null | undefined;
  /** `"open"`, `"won"`, `"lost"`, `"withdrawn"`, or a word that the option `statuses` explains. */
  readonly status: StatusWord | null | undefined;
  /** Day on which the offer was handed over; missing or `""` for an open offer that has not been. */
  readonly submitted: DateInput | null | undefined;
  /** Day of order, refusal or withdrawal; missing or `""` while the offer is open. */
  readonly decided?: DateInput | null | undefined;
  /** Value as offered, 0 or more, in the one currency of the book; in all rows, or in none. */
  readonly value?: number | null | undefined;
  /** The furthest stage that the offer has reached, if that is told apart. */
  readonly stage?: CustomerId | null | undefined;
}

/**
 * Where a row holds what: names of fields, or functions of the row.
 *
 * `status` and `submitted` may be left out if the row has a field of that name and a fitting type.
 */
export type OfferColumns<Row> = NeededColumn<Row, "status", "status", StatusWord> &
  NeededColumn<Row, "submitted", "submitted", DateInput> & {
    /** Id of the offer: no two rows may share one. Without it the numbers of the rows, from 0, are the ids. */
    readonly id?: Accessor<Row, CustomerId>;
    /** To whom the offer was made. Default: the field `customerId`, if there is one; a row may name nobody. */
    readonly customer?: Accessor<Row, CustomerId>;
    /** Day of decision. Default: the field `decided`. */
    readonly decided?: Accessor<Row, DateInput>;
    /** Value as offered. Default: the field `value`, if any offer has one; then all need one. */
    readonly value?: Accessor<Row, number>;
    /** Value of the order, read for offers that were won. Default: the value as offered. */
    readonly wonValue?: Accessor<Row, number>;
    /** What an order would contribute after its own costs, in money; may be below 0. */
    readonly margin?: Accessor<Row, number>;
    /** What is (still) to be spent on the offer, in money, 0 or more. */
    readonly cost?: Accessor<Row, number>;
    /** Hours of work that the offer (still) takes, 0 or more. */
    readonly hours?: Accessor<Row, number>;
    /** The furthest stage that the offer has reached. Default: the field `stage`, if any offer has one. */
    readonly stage?: Accessor<Row, CustomerId>;
    /** Further keys to group by, such as seller, product, region or reason of the loss; a row may have none. */
    readonly keys?: Readonly<Record<string, Accessor<Row, CustomerId>>>;
  };
