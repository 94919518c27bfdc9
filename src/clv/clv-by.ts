import type { Accessor } from "../rows/accessor.ts";
import { codesByKey, type GroupKey } from "../rows/group-codes.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { checkNames } from "../rows/options.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { refuseOverflow } from "../segmentation/group-sums.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import { spreadByGroup, type ValuesByGroup } from "./clv-groups.ts";

/** Where the value stands, and how wide the intervals are to be. */
export interface ClvByOptions<Row> extends ConfidenceOptions {
  /** Name of the field, or function of the row, that holds the lifetime value. Default `"value"`. */
  readonly value?: Accessor<Row, number>;
}

const NAMES = { value: true, level: true } satisfies Record<keyof ClvByOptions<never>, true>;

/**
 * Lifetime values by channel, region, or any other key of the rows: customers, sum, share, mean, median, and the interval of the mean.
 *
 * The interval is mean ± z · s ÷ √n: what other customers of the same kind would bring on the average. It takes the values as they are and
 * does not know how far those can be trusted; with few customers and skew values it is too narrow.
 *
 * @param rows - A row per customer with his lifetime value.
 * @param key - Name of the field, or function of the row, by which to group.
 * @param options - `value`, default `"value"`; `level`, default 0.95.
 * @returns `{ rows, total, level }`: a row per group, in the order in which they first appear, that add up to the total.
 * @throws {@link DataError} for options that are none, or with all rows whose group or value is none.
 *
 * @example
 * import { clvBy } from "clientele";
 *
 * const customers = [
 *   { channel: "search", value: 120 },
 *   { channel: "friends", value: 300 },
 *   { channel: "search", value: 60 },
 * ];
 * const { rows } = clvBy(customers, "channel");
 * rows.map(({ group, customers, mean }) => [group, customers, mean]); // => [["search", 2, 90], ["friends", 1, 300]]
 * rows[0]?.meanInterval; // => { lower: 31.2, upper: 148.8 }
 */
export function clvBy<Row>(
  rows: Iterable<Row>,
  key: Accessor<Row, GroupValue>,
  options: ClvByOptions<Row> = {},
): ValuesByGroup<GroupKey> {
  checkNames("options", options, NAMES);
  const { value = "value" as Accessor<Row, number>, level = 0.95 } = options;
  checkLevel(level);
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const groups = codesByKey(list, key, "key", collector);
  const values = readNumbers(list, value, "value", collector);
  collector.throwIfAny();
  refuseOverflow(values, "value");
  return spreadByGroup(values, groups, level);
}
