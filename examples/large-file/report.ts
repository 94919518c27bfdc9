import type { CustomerReducer, CustomerReducerProgress, SummaryColumns } from "clientele/customers";
import type { OrderRow } from "../demo/order-row.ts";
import { type Outlook, outlookOf } from "./outlook.ts";

const BEST = 5;

/** Customers, cells, models and what the base is worth. */
export function report(reducer: CustomerReducer<OrderRow>): string {
  const columns = reducer.columns();
  const cells = reducer.cells();
  const outlook = outlookOf(cells, columns);
  const lines = [
    ...readLines(reducer.progress),
    `customers: ${count(columns.frequency.length)} with purchases, as of ${columns.asOf}`,
    `cells: ${count(cells.rows.length)} different histories`,
    ...(outlook === null
      ? ["Too few customers came back for the models."]
      : outlookLines(outlook, columns, reducer.customerIds())),
  ];
  return `${lines.join("\n")}\n`;
}

/** What has been read. */
export function readLines(progress: CustomerReducerProgress): string[] {
  const { rows, batches, customers, skipped, returns, afterAsOf } = progress;
  return [
    `rows: ${count(rows)} in ${count(batches)} parts, of ${count(customers)} customers; ` +
      `skipped ${count(skipped.total)}, returns ${count(returns.transactions)}, behind --as-of ${count(afterAsOf)}`,
  ];
}

function outlookLines(
  { purchases, spend, predicted }: Outlook,
  { unit }: SummaryColumns,
  ids: ReturnType<CustomerReducer<OrderRow>["customerIds"]>,
): string[] {
  const { probabilityAlive, expectedPurchases, lifetimeValue } = predicted;
  const best = [...lifetimeValue.keys()].sort((a, b) => at(lifetimeValue, b) - at(lifetimeValue, a));
  return [
    `BG/NBD, ${unit}s: ${parameters(purchases.parameters)}`,
    `Gamma-Gamma: ${parameters(spend.parameters)}`,
    `alive: ${count(sum(probabilityAlive))} customers expected`,
    `next 12 months: ${count(sum(expectedPurchases))} purchases, worth ${count(sum(lifetimeValue))} today at 10 % a year`,
    "the most valuable customers:",
    ...best
      .slice(0, BEST)
      .map(
        (i) =>
          `  ${ids[i]}: P(alive) ${at(probabilityAlive, i).toFixed(3)}, ${at(expectedPurchases, i).toFixed(1)} purchases, value ${at(lifetimeValue, i).toFixed(2)}`,
      ),
  ];
}

function parameters(all: object): string {
  return Object.entries(all)
    .map(([name, value]) => `${name} ${Number(value).toPrecision(4)}`)
    .join(", ");
}

function at(values: Float64Array, i: number): number {
  return values[i] as number;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}
