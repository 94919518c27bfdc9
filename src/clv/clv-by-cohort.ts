import { firstPurchase } from "../retention/first-purchase.ts";
import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { checkNames } from "../rows/options.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { uniqueCustomers } from "../rows/unique-customers.ts";
import { refuseOverflow } from "../segmentation/group-sums.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import { type CalendarPeriod, periodName, periodNumbering } from "../time/calendar-period.ts";
import { LAST_CIVIL_DAY } from "../time/civil-day.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import { spreadByGroup, type ValuesByGroup } from "./clv-groups.ts";
import { checkPeriod } from "./discount-per-period.ts";

/** Which cohorts, and where customer and value stand. */
export interface ClvByCohortOptions<Row> extends ConfidenceOptions {
  /** Calendar period of the first purchase. Default `"month"`. */
  readonly period?: CalendarPeriod;
  /** Name of the field, or function of the row, that holds the customer. Default `"customerId"`. */
  readonly customer?: Accessor<Row, CustomerId>;
  /** Name of the field, or function of the row, that holds the lifetime value. Default `"value"`. */
  readonly value?: Accessor<Row, number>;
}

const NAMES = { period: true, customer: true, value: true, level: true } satisfies Record<
  keyof ClvByCohortOptions<never>,
  true
>;

/**
 * Lifetime values by cohort: the calendar period of each customer's first purchase.
 *
 * A young cohort has had less time to bring anything, and a residual value says nothing of what an old one has brought: compare cohorts by
 * historic + predicted value, or at the same age.
 *
 * @param log - The log in which first purchases stand.
 * @param rows - A row per customer with his lifetime value, such as the `rows` of `predictedValue`.
 * @param options - `period` of the cohorts, default `"month"`; `customer`, default `"customerId"`; `value`, default `"value"`; `level`,
 *   default 0.95.
 * @returns As `clvBy`: a row per cohort, e.g. `"2025-03"`, oldest first; only those of the rows.
 * @throws {@link DataError} for options that are none, or rows whose customer has no purchase in the log or stands there twice.
 *
 * @example
 * import { clvByCohort, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 50 },
 *   { customerId: "Ben", date: "2025-02-21", amount: 20 },
 *   { customerId: "Cem", date: "2025-01-30", amount: 90 },
 * ]);
 * const values = [{ customerId: "Ben", value: 75 }, { customerId: "Ada", value: 100 }, { customerId: "Cem", value: 40 }];
 * clvByCohort(log, values).rows.map(({ group, mean }) => [group, mean]); // => [["2025-01", 70], ["2025-02", 75]]
 */
export function clvByCohort<Row>(
  log: TransactionLog,
  rows: Iterable<Row>,
  options: ClvByCohortOptions<Row> = {},
): ValuesByGroup<string> {
  checkLog(log);
  checkNames("options", options, NAMES);
  const { period = "month", level = 0.95 } = options;
  const { customer = "customerId" as Accessor<Row, CustomerId>, value = "value" as Accessor<Row, number> } =
    options;
  checkPeriod(period);
  checkLevel(level);
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const ids = uniqueCustomers(list, customer, "customer", collector);
  const values = readNumbers(list, value, "value", collector);
  collector.throwIfAny();
  refuseOverflow(values, "value");

  const codeOf = new Map(log.customerIds.map((id, code) => [id, code]));
  const periodOf = periodNumbering(period);
  const joined = ids.map((id, row) => {
    const code = codeOf.get(id);
    const at = code === undefined ? -1 : firstPurchase(log, code, LAST_CIVIL_DAY);
    if (at >= 0) return periodOf(log.days[at] as number);
    collector.add("invalid_customer", row, "customerId", id, () => {
      return `${quoted(id)} has no purchase in the log, so no cohort: pass the log that the values come from, or leave the row out.`;
    });
    return 0;
  });
  collector.throwIfAny();
  const periods = [...new Set(joined)].sort((a, b) => a - b);
  const placeOf = new Map(periods.map((index, place) => [index, place]));
  const groups = {
    groups: periods.map((index) => periodName(index, period)),
    codes: Int32Array.from(joined, (index) => placeOf.get(index) as number),
  };
  return spreadByGroup(values, groups, level);
}
