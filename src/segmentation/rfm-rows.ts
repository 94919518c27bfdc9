import type { CustomerId } from "../rows/customer-id.ts";
import type { RfmCustomer, RfmRow } from "./rfm-result.ts";
import type { LogValues, RfmValues } from "./rfm-values.ts";
import type { GridCell } from "./segment-grid.ts";

// Fields are written out, since spreading a cell into a million rows takes several times as long.

/** The customers of a log with values, scores and segment. */
export function rowsOfLog(
  { ids, recency, frequency, revenue }: LogValues,
  cells: readonly GridCell<string>[],
): readonly RfmCustomer<string>[] {
  const rows = new Array<RfmCustomer<string>>(ids.length);
  for (let i = 0; i < rows.length; i++) {
    const cell = cells[i] as GridCell<string>;
    rows[i] = {
      customerId: ids[i] as CustomerId,
      daysSinceLastPurchase: recency[i] as number,
      orders: frequency[i] as number,
      revenue: revenue[i] as number,
      recencyScore: cell.recencyScore,
      frequencyScore: cell.frequencyScore,
      monetaryScore: cell.monetaryScore,
      fmScore: cell.fmScore,
      cell: cell.cell,
      segment: cell.segment,
    };
  }
  return rows;
}

/** The same with the margin, which the monetary score has looked at. */
export function rowsWithMargin(
  values: LogValues,
  cells: readonly GridCell<string>[],
): readonly RfmCustomer<string>[] {
  return rowsOfLog(values, cells).map((row, i) => ({ ...row, margin: values.money[i] as number }));
}

/** The rows of the caller's with values, scores and segment. */
export function rowsOfRows(
  { ids, recency, frequency, monetary }: RfmValues,
  cells: readonly GridCell<string>[],
): readonly RfmRow<string>[] {
  const rows = new Array<RfmRow<string>>(ids.length);
  for (let i = 0; i < rows.length; i++) {
    const cell = cells[i] as GridCell<string>;
    rows[i] = {
      index: i,
      customerId: ids[i] as CustomerId | null,
      daysSinceLastPurchase: recency[i] as number,
      orders: frequency[i] as number,
      revenue: monetary[i] as number,
      recencyScore: cell.recencyScore,
      frequencyScore: cell.frequencyScore,
      monetaryScore: cell.monetaryScore,
      fmScore: cell.fmScore,
      cell: cell.cell,
      segment: cell.segment,
    };
  }
  return rows;
}
