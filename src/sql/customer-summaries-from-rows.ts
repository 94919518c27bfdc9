import type { CustomerSummaries, CustomerSummary, PurchaseCount } from "../customers/customer-summaries.ts";
import { type HistoryFault, reportHistory } from "../models/check-history.ts";
import { historyTrouble } from "../models/purchase-histories.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { checkNumber, checkOption } from "../rows/options.ts";
import { isoDateWriter } from "../time/iso-date-writer.ts";
import { daysPerUnit } from "../time/unit.ts";
import { type EngineNumber, engineColumn, engineNumber } from "./engine-rows.ts";
import { rowDaysTrouble } from "./row-days.ts";
import { rowIds } from "./row-ids.ts";
import { checkedRowsOptions, ROWS_NAMES, type SqlRowsOptions } from "./rows-options.ts";
import { checkCount } from "./snapshot-options.ts";

/** A row of `customerSummariesSql`, with numbers as the driver returns them; the columns of dates are not needed. */
export interface CustomerSummaryRow {
  readonly customer_id: CustomerId | bigint;
  readonly frequency: EngineNumber;
  /** Age at the last purchase, in whole days. */
  readonly recency_days: EngineNumber;
  /** Age as of the day of the query, in whole days. */
  readonly age_days: EngineNumber;
  readonly monetary_value: EngineNumber;
  readonly orders: EngineNumber;
  readonly revenue: EngineNumber;
  readonly margin?: EngineNumber;
}

/** What the rows do not say themselves. */
export interface SummaryRowsOptions extends SqlRowsOptions {
  /** What the query was told to count. Default `"purchase-days"`. */
  readonly count?: PurchaseCount;
  /** The row of `withoutPurchaseSql`. Left out, the summaries say that there is nobody without a purchase. */
  readonly withoutPurchase?: WithoutPurchaseRow;
}

/** The row of `withoutPurchaseSql`, with numbers as the driver returns them. */
export interface WithoutPurchaseRow {
  readonly customers: EngineNumber;
  readonly revenue: EngineNumber;
}

const NAMES = { ...ROWS_NAMES, count: true, withoutPurchase: true } satisfies Record<
  keyof SummaryRowsOptions,
  true
>;

/**
 * Reads the rows of `customerSummariesSql` into the summaries that `summarizeCustomers` makes of a log.
 *
 * Days of first and last purchase are reckoned back from `asOf`, since drivers turn dates into instants of one zone or another.
 *
 * @param rows - Rows as the driver returns them: numbers, bigints, or numbers written as text.
 * @param options - `asOf` (the day of the query), `unit` of recency and T, what was counted, and who is `withoutPurchase`.
 * @returns `{ unit, asOf, count, rows, withoutPurchase }`.
 * @throws {@link DataError} for rows that are none, with their places, for customers in two rows, and for options that are none.
 *
 * @example
 * import { customerSummariesFromRows } from "clientele/sql";
 *
 * const row = { customer_id: "A", frequency: 2n, recency_days: 68n, age_days: 100n, monetary_value: 22.5, orders: 3n, revenue: 55 };
 * const { rows } = customerSummariesFromRows([row], { asOf: "2025-06-22", unit: "day" });
 * rows[0]?.firstPurchase; // => "2025-03-14"
 * rows[0]?.T; // => 100
 */
export function customerSummariesFromRows(
  rows: Iterable<CustomerSummaryRow>,
  options: SummaryRowsOptions,
): CustomerSummaries {
  const { asOf, asOfDay, unit } = checkedRowsOptions(options, NAMES);
  const { count = "purchase-days", withoutPurchase = { customers: 0, revenue: 0 } } = options;
  checkCount(count);
  checkWithoutPurchase(withoutPurchase);
  const perUnit = daysPerUnit(unit);
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const column = (name: keyof CustomerSummaryRow): Float64Array => engineColumn(list, name, collector);
  const customerIds = rowIds(list, collector);
  const frequency = column("frequency");
  const recency = column("recency_days");
  const age = column("age_days");
  const monetaryValue = column("monetary_value");
  const orders = column("orders");
  const revenue = column("revenue");
  const margin = list[0]?.margin === undefined ? null : column("margin");
  collector.throwIfAny();
  const written = isoDateWriter();
  const summaries: CustomerSummary[] = [];
  for (let i = 0; i < list.length; i++) {
    const history = {
      frequency: frequency[i] as number,
      recency: (recency[i] as number) / perUnit,
      T: (age[i] as number) / perUnit,
    };
    const firstDay = asOfDay - (age[i] as number);
    const fault =
      historyTrouble(history) ??
      rowDaysTrouble(recency[i] as number, age[i] as number, asOfDay) ??
      purchasesTrouble(history.frequency, orders[i] as number, monetaryValue[i] as number, count);
    if (fault !== null) {
      reportHistory(collector, i, { ...history, orders: orders[i], monetaryValue: monetaryValue[i] }, fault);
      continue;
    }
    const summary = {
      customerId: customerIds[i] as CustomerId,
      ...history,
      monetaryValue: monetaryValue[i] as number,
      orders: orders[i] as number,
      revenue: revenue[i] as number,
      firstPurchase: written(firstDay),
      lastPurchase: written(firstDay + (recency[i] as number)),
    };
    summaries.push(margin === null ? summary : { ...summary, margin: margin[i] as number });
  }
  collector.throwIfAny();
  return {
    unit,
    asOf,
    count,
    rows: summaries,
    withoutPurchase: {
      customers: engineNumber(withoutPurchase.customers),
      revenue: engineNumber(withoutPurchase.revenue),
    },
  };
}

/** What is wrong with the money and the count of a customer who has bought; `null` if nothing. */
function purchasesTrouble(
  frequency: number,
  orders: number,
  monetaryValue: number,
  count: PurchaseCount,
): HistoryFault | null {
  if (monetaryValue < 0)
    return { field: "monetaryValue", trouble: "The mean amount of purchases must be at least 0." };
  const counted = count === "purchases" ? orders === frequency + 1 : orders > frequency;
  if (Number.isInteger(orders) && counted) return null;
  const wanted = count === "purchases" ? "exactly" : "at least";
  return {
    field: "orders",
    trouble: `With frequency ${frequency} there must be ${wanted} ${frequency + 1} orders: pass the count that the query was told.`,
  };
}

function checkWithoutPurchase(row: WithoutPurchaseRow): void {
  const isRow = typeof row === "object" && row !== null && !Array.isArray(row);
  const trouble = isRow ? null : "This is no row: pass the first row of the result of withoutPurchaseSql.";
  checkOption("withoutPurchase", row, trouble);
  checkNumber("withoutPurchase.customers", engineNumber(row.customers), { least: 0, whole: true });
  checkNumber("withoutPurchase.revenue", engineNumber(row.revenue));
}
