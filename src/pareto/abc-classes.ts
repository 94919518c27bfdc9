import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { type NumberList, readValues, valueCall } from "../statistics/concentration-arguments.ts";
import { computedEnds } from "./abc-computed.ts";
import { abcIds } from "./abc-ids.ts";
import { endAtShare } from "./abc-limits.ts";
import {
  type AbcLimitOptions,
  type AbcOptions,
  type AbcPlan,
  type AnyAbcOptions,
  abcPlan,
} from "./abc-options.ts";
import { type AbcOrder, abcOrder } from "./abc-order.ts";
import type { AbcAnalysis } from "./abc-result.ts";
import { abcRows, abcSummaries } from "./abc-rows.ts";
import { abcWarnings } from "./abc-warnings.ts";

/**
 * ABC analysis (ABC-Analyse): who brings most of the value, who the next part, who the rest.
 *
 * Customers stand in descending order of value. Class A are those before whom less than 80 % of the value is reached, B less than 95 %, C the rest: the
 * one that crosses a limit belongs to the better class. Equal values are in the same class. A value of 0 or less is in class C, and shares are
 * of the values above 0. `method: "computed"` takes the limits from the shape of the curve instead.
 *
 * @param rows - Rows of any kind, one for each customer.
 * @param value - The field that holds the value (revenue, margin, lifetime value), or a function of the row.
 * @param options - `by` (`"value"`, default, or `"customers"`), `limits` (default `[0.8, 0.95]` and `[0.2, 0.5]`), `method` (`"limits"`, default, or
 *   `"computed"`), and `id` (default the field `customerId`, if rows have it).
 * @returns `{ method, by, limits, computed, customers, total, positiveTotal, rows, classes, nonPositive, warnings }`: in `rows` every customer
 *   in descending order of value as `{ customerId, index, value, class, rank, share, cumulativeShare }`; in `classes` what A, B and C hold.
 * @throws {@link DataError} with all rows without a finite value or an id, customers who stand in two rows, limits that are none, and values too
 *   large to add up.
 * @see Ultsch & Lötsch (2015), "Computed ABC analysis for rational selection of most informative variables in multivariate data",
 *   PLoS ONE 10(6), e0129767.
 *
 * @example
 * import { abcClasses } from "clientele";
 *
 * const customers = [
 *   { customerId: "Ada", revenue: 70 },
 *   { customerId: "Ben", revenue: 4 },
 *   { customerId: "Cem", revenue: 15 },
 *   { customerId: "Dora", revenue: 11 },
 * ];
 * const { rows, classes } = abcClasses(customers, "revenue");
 * rows.map((row) => `${row.customerId} ${row.class}`); // => ["Ada A", "Cem A", "Dora B", "Ben C"]
 * rows[1]; // => { customerId: "Cem", index: 2, value: 15, class: "A", rank: 2, share: 0.15, cumulativeShare: 0.85 }
 * classes[0]; // => { class: "A", customers: 2, shareOfCustomers: 0.5, value: 85, shareOfValue: 0.85, highest: 70, lowest: 15 }
 */
export function abcClasses<Row>(
  rows: Iterable<Row>,
  value: Accessor<Row, number>,
  options?: AbcOptions<Row>,
): AbcAnalysis;
/**
 * ABC analysis of plain numbers; rows of the result have no customer, and name them by `index`.
 *
 * @param values - One number for each customer.
 * @param options - `by`, `limits` and `method`, as for rows.
 * @returns The same as for rows, with `customerId: null`.
 * @throws {@link DataError} with all values that are no finite numbers, for limits that are none, and for values too large to add up.
 */
export function abcClasses(values: NumberList, options?: AbcLimitOptions): AbcAnalysis;
export function abcClasses(rows: unknown, value?: unknown, options?: AnyAbcOptions): AbcAnalysis {
  const call = valueCall(rows, value, options);
  const plan = abcPlan(call.options, call.accessor !== null);
  const list = call.accessor === null ? call.list : objectRows(call.list as readonly unknown[]);
  const collector = new IssueCollector();
  const values = readValues(list, call.accessor, collector);
  const ids = call.accessor === null ? null : abcIds(list as readonly unknown[], call.options.id, collector);
  collector.throwIfAny();
  return analysisOf(abcOrder(values), ids, plan);
}

function analysisOf(order: AbcOrder, ids: readonly CustomerId[] | null, plan: AbcPlan): AbcAnalysis {
  const found = plan === null ? computedEnds(order) : null;
  const a = plan === null ? null : endAtShare(order, plan.by, plan.limits[0]);
  const b = plan === null ? null : endAtShare(order, plan.by, plan.limits[1]);
  const endA = found?.ends[0] ?? a?.end ?? 0;
  const endB = found?.ends[1] ?? b?.end ?? 0;
  const classes = abcSummaries(order, endA, endB);
  const { positives, negatives } = order;
  return {
    method: plan === null ? "computed" : "limits",
    by: plan?.by ?? "customers",
    limits: plan?.limits ?? found?.limits ?? null,
    computed: found?.computed ?? null,
    customers: order.values.length,
    total: order.total,
    positiveTotal: order.positiveTotal,
    rows: abcRows(order, endA, endB, ids),
    classes,
    nonPositive: { customers: order.values.length - positives, value: order.nonPositiveValue },
    warnings: abcWarnings(Math.max(a?.tied ?? 0, b?.tied ?? 0), classes, positives, negatives),
  };
}
