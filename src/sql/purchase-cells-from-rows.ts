import { reportHistory } from "../models/check-history.ts";
import {
  historyTrouble,
  type PurchaseHistories,
  type WeightedHistory,
} from "../models/purchase-histories.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { daysPerUnit } from "../time/unit.ts";
import { type EngineNumber, engineColumn } from "./engine-rows.ts";
import { rowDaysTrouble } from "./row-days.ts";
import { checkedRowsOptions, type SqlRowsOptions } from "./rows-options.ts";

/** A row of `purchaseCellsSql`, with numbers as the driver returns them. */
export interface PurchaseCellRow {
  /** Repeat purchases. */
  readonly frequency: EngineNumber;
  /** Age at the last purchase, in whole days. */
  readonly recency_days: EngineNumber;
  /** Age as of the day of the query, in whole days. */
  readonly age_days: EngineNumber;
  /** How many customers have this history. */
  readonly customers: EngineNumber;
}

/**
 * Reads the rows of `purchaseCellsSql` into histories with weights, which every fit of a model of purchases takes.
 *
 * The fit is that on the customers one by one. Models that tell regular from random times (BG/CNBD-k, MBG/CNBD-k) need more than
 * cells hold.
 *
 * @param rows - Rows as the driver returns them: numbers, bigints, or numbers written as text.
 * @param options - `asOf` (the day of the query), and the `unit` of recency and T.
 * @returns `{ unit, asOf, rows }`: histories `{ frequency, recency, T, weight }`.
 * @throws {@link DataError} for rows that are none, with their places, and for options that are none.
 *
 * @example
 * import { purchaseCellsFromRows } from "clientele/sql";
 *
 * const rows = [{ frequency: 2n, recency_days: 213n, age_days: 272n, customers: "18" }];
 * const cells = purchaseCellsFromRows(rows, { asOf: "1997-09-30", unit: "week" });
 * cells.rows[0]; // => { frequency: 2, recency: 30.43, T: 38.86, weight: 18 }
 */
export function purchaseCellsFromRows(
  rows: Iterable<PurchaseCellRow>,
  options: SqlRowsOptions,
): PurchaseHistories {
  const { asOf, asOfDay, unit } = checkedRowsOptions(options);
  const perUnit = daysPerUnit(unit);
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const frequency = engineColumn(list, "frequency", collector);
  const recency = engineColumn(list, "recency_days", collector);
  const age = engineColumn(list, "age_days", collector);
  const customers = engineColumn(list, "customers", collector);
  collector.throwIfAny();
  const histories: WeightedHistory[] = [];
  for (let i = 0; i < list.length; i++) {
    const history = {
      frequency: frequency[i] as number,
      recency: (recency[i] as number) / perUnit,
      T: (age[i] as number) / perUnit,
      weight: customers[i] as number,
    };
    const fault = historyTrouble(history) ?? rowDaysTrouble(recency[i] as number, age[i] as number, asOfDay);
    if (fault === null) histories.push(history);
    else reportHistory(collector, i, history, fault);
  }
  collector.throwIfAny();
  return { unit, asOf, rows: histories };
}
