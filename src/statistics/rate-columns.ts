import type { NeededColumn } from "../rows/accessor.ts";

/**
 * Where a row of a group holds its counts: names of fields, or functions of the row.
 *
 * A column may be left out if the row has a field of the default name (`successes`, `trials`) and a fitting type.
 */
export type RateColumns<Row> = NeededColumn<Row, "successes", "successes", number> &
  NeededColumn<Row, "trials", "trials", number>;
