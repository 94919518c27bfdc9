/** An order, or a line item of one, as it stands in a file: whatever is wrong with it is left for the library to find. */
export interface OrderRow {
  readonly customerId: string;
  readonly date: string;
  /** A number if it could be read as one, else the text. */
  readonly amount: number | string;
  readonly order?: string;
}

/** Orders with where they come from. */
export interface Orders {
  /** Shown in the report. */
  readonly source: string;
  /** `null` for a row that does not fit under the heading of its file. */
  readonly rows: readonly (OrderRow | null)[];
  readonly hasOrders: boolean;
}
