import type { Accessor } from "../rows/accessor.ts";
import { codesByKey, codesByKeys, type GroupCodes, type GroupKey } from "../rows/group-codes.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { type FlagAccessor, readFlags } from "./group-rates.ts";
import { refuseOverflow } from "./group-sums.ts";
import { summarizeGroups } from "./summarize-by-groups.ts";
import {
  checkSummarizeByOptions,
  type GroupKeys,
  isKeyList,
  type SummarizeByOptions,
} from "./summarize-by-options.ts";
import type { SummaryByGroup } from "./summarize-by-result.ts";

/**
 * Sums up customers by country, age group, segment, or any other keys of their rows.
 *
 * Groups are disjoint and cover everybody: whoever has no entry under the key is in the group `null`, so customers, sums and counts add up to the
 * total. A share of a sum is `null` unless the whole sum is above 0; the median interpolates between the two in the middle.
 *
 * @param rows - Rows of any kind, one for each customer.
 * @param keys - Name of the field, or function of the row, by which to group; or a list of them for their combinations.
 * @param options - `values` (numbers of the row) and `rates` (true or false), each under names of your own; `sortBy`, `"customers"` or the name of
 *   a value; `level` of the Wilson intervals, default 0.95.
 * @returns `{ rows, total }`: per group its customers and their share, for each value sum, share, mean and median, for each rate count, rate and
 *   interval; rates and shares in [0, 1].
 * @throws {@link DataError} for options that are none, if no row has the field of a key, or with all rows whose group, value or yes or no is none.
 *
 * @example
 * import { summarizeBy } from "clientele";
 *
 * const rows = [
 *   { country: "DE", revenue: 100, orders: 3 },
 *   { country: "AT", revenue: 40, orders: 1 },
 *   { country: "DE", revenue: 60, orders: 1 },
 * ];
 * const byCountry = summarizeBy(rows, "country", {
 *   values: { revenue: "revenue" },
 *   rates: { retained: (row) => row.orders > 1 },
 * });
 * byCountry.rows[0]?.group; // => "DE"
 * byCountry.rows[0]?.values.revenue; // => { sum: 160, share: 0.8, mean: 80, median: 80 }
 * byCountry.rows[0]?.rates.retained; // => { count: 1, rate: 0.5, lower: 0.0945, upper: 0.9055 }
 */
export function summarizeBy<Row, Value extends string = never, Rate extends string = never>(
  rows: Iterable<Row>,
  keys: Accessor<Row, GroupValue>,
  options?: SummarizeByOptions<Row, Value, Rate>,
): SummaryByGroup<GroupKey, Value, Rate>;
export function summarizeBy<Row, Value extends string = never, Rate extends string = never>(
  rows: Iterable<Row>,
  keys: readonly Accessor<Row, GroupValue>[],
  options?: SummarizeByOptions<Row, Value, Rate>,
): SummaryByGroup<readonly GroupKey[], Value, Rate>;
export function summarizeBy<Row, Value extends string, Rate extends string>(
  rows: Iterable<Row>,
  keys: GroupKeys<Row>,
  options: SummarizeByOptions<Row, Value, Rate> = {},
): SummaryByGroup<GroupKey | readonly GroupKey[], Value, Rate> {
  checkSummarizeByOptions(options);
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const grouped: GroupCodes<GroupKey | readonly GroupKey[]> = isKeyList(keys)
    ? codesByKeys(list, keys, collector)
    : codesByKey(list, keys, "keys", collector);
  const values = Object.entries<Accessor<Row, number>>(options.values ?? {}).map(
    ([name, accessor]) => [name, readNumbers(list, accessor, `values.${name}`, collector)] as const,
  );
  const flags = Object.entries<FlagAccessor<Row>>(options.rates ?? {}).map(
    ([name, accessor]) => [name, readFlags(list, accessor, `rates.${name}`, collector)] as const,
  );
  collector.throwIfAny();
  for (const [name, numbers] of values) refuseOverflow(numbers, `values.${name}`);
  return summarizeGroups(
    grouped,
    { values, flags, sortBy: options.sortBy },
    standardErrorsOfLevel(options.level ?? 0.95),
  );
}
