import { type Accessor, checkAccessor } from "../rows/accessor.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import type { FlagAccessor } from "./group-rates.ts";

/** What is summed up and counted for each group. */
export interface SummarizeByOptions<Row, Value extends string = string, Rate extends string = string>
  extends ConfidenceOptions {
  /** Numbers of each row under names of your own, such as `{ revenue: "revenue" }`. Default none. */
  readonly values?: Readonly<Record<Value, Accessor<Row, number>>>;
  /** What holds for a row or not (true or 1, false or 0), such as `{ retained: (row) => row.orders > 1 }`. Default none. */
  readonly rates?: Readonly<Record<Rate, FlagAccessor<Row>>>;
  /** `"customers"`, or the name of a value: the group with most of it first. Default: in the order in which groups first appear. */
  readonly sortBy?: Value | "customers";
}

const NAMES = { values: true, rates: true, sortBy: true, level: true } satisfies Record<
  keyof SummarizeByOptions<never>,
  true
>;

/** Refuses options that cannot be used. */
export function checkSummarizeByOptions<Row>(options: SummarizeByOptions<Row>): void {
  checkNames("options", options, NAMES);
  const { values = {}, rates = {}, sortBy, level = 0.95 } = options;
  checkNamedAccessors("values", values);
  checkNamedAccessors("rates", rates);
  if (sortBy !== undefined) checkOneOf("sortBy", sortBy, ["customers", ...Object.keys(values)]);
  checkOption("values.customers", null, Object.hasOwn(values, "customers") ? NAME_TAKEN : null);
  checkLevel(level);
}

const NAME_TAKEN =
  "Give this value another name: customers are counted anyway, and sortBy would not know which is meant.";

function checkNamedAccessors(path: string, accessors: unknown): void {
  const isRecord = typeof accessors === "object" && accessors !== null && !Array.isArray(accessors);
  checkOption(path, accessors, isRecord ? null : `Pass a record, such as { revenue: "revenue" }.`);
  for (const [name, accessor] of Object.entries(accessors as object)) {
    checkAccessor(`${path}.${name}`, accessor);
  }
}

/** One key, or a list of them. */
export type GroupKeys<Row> = Accessor<Row, GroupValue> | readonly Accessor<Row, GroupValue>[];

/** Whether keys are a list; one that is empty is refused. */
export function isKeyList<Row>(keys: GroupKeys<Row>): keys is readonly Accessor<Row, GroupValue>[] {
  if (!Array.isArray(keys)) return false;
  checkOption("keys", keys, keys.length > 0 ? null : "Pass at least one key to group by.");
  return true;
}
