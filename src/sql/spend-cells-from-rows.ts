import { reportHistory } from "../models/check-history.ts";
import { type SpendHistories, type SpendHistory, spendTrouble } from "../models/spend-cells.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { type EngineNumber, engineColumn } from "./engine-rows.ts";
import { checkedRowsOptions, type SqlRowsOptions } from "./rows-options.ts";

/** A row of `spendCellsSql`, with numbers as the driver returns them. */
export interface SpendCellRow {
  /** Repeat purchases. */
  readonly frequency: EngineNumber;
  /** Mean amount of their repeat purchases. */
  readonly monetary_value: EngineNumber;
  /** How many customers. */
  readonly customers: EngineNumber;
}

/**
 * Reads the rows of `spendCellsSql` into histories with weights, which `fitGammaGamma` takes.
 *
 * @param rows - Rows as the driver returns them: numbers, bigints, or numbers written as text.
 * @param options - `asOf` (the day of the query), and the `unit` that the model is to carry.
 * @returns `{ unit, asOf, rows }`: histories `{ frequency, monetaryValue, weight }`, money in the currency of the table.
 * @throws {@link DataError} for rows that are none, with their places, and for options that are none.
 *
 * @example
 * import { spendCellsFromRows } from "clientele/sql";
 *
 * const rows = [{ frequency: 2n, monetary_value: 22.35, customers: 3n }];
 * spendCellsFromRows(rows, { asOf: "1997-09-30", unit: "week" }).rows; // => [{ frequency: 2, monetaryValue: 22.35, weight: 3 }]
 */
export function spendCellsFromRows(rows: Iterable<SpendCellRow>, options: SqlRowsOptions): SpendHistories {
  const { asOf, unit } = checkedRowsOptions(options);
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const frequency = engineColumn(list, "frequency", collector);
  const monetaryValue = engineColumn(list, "monetary_value", collector);
  const customers = engineColumn(list, "customers", collector);
  collector.throwIfAny();
  const histories: SpendHistory[] = [];
  for (let i = 0; i < list.length; i++) {
    const history = {
      frequency: frequency[i] as number,
      monetaryValue: monetaryValue[i] as number,
      weight: customers[i] as number,
    };
    const fault = spendTrouble(history);
    if (fault === null) histories.push(history);
    else reportHistory(collector, i, history, fault);
  }
  collector.throwIfAny();
  return { unit, asOf, rows: histories };
}
