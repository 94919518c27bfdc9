import { countingOrder } from "../math/counting-order.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { CellTable } from "./cell-table.ts";
import { checkBase } from "./check-base.ts";
import { reportHistory } from "./check-history.ts";
import { historyTrouble, type PurchaseHistories } from "./purchase-histories.ts";
import { TimeTable } from "./time-table.ts";

/**
 * The distinct histories of a base with their weights, by ascending number of purchases.
 *
 * A likelihood needs nothing else, so that fitting costs what the distinct histories cost and not what the customers do.
 */
export interface PurchaseCells {
  readonly size: number;
  /** Repeat purchases of each cell, ascending. */
  readonly frequency: Int32Array;
  /** Places of recency and T in `times`. */
  readonly recencyAt: Int32Array;
  readonly ageAt: Int32Array;
  readonly weight: Float64Array;
  /** The distinct times. */
  readonly times: Float64Array;
  /** Number of customers: the sum of the weights. */
  readonly customers: number;
  /** Σ of the logarithms of all times between purchases; `null` if a customer with repeat purchases came without. */
  readonly sumLogIntervals: number | null;
}

/**
 * Merges equal histories.
 *
 * `every` takes each n-th row only, for a quick first look at a large base.
 */
export function purchaseCells(histories: PurchaseHistories, every = 1): PurchaseCells {
  checkBase(histories);
  const { rows } = histories;
  const collector = new IssueCollector();
  const times = new TimeTable(histories.unit);
  const cells = new CellTable();
  let sumLogIntervals = 0;
  for (let i = 0; i < rows.length; i += every) {
    const row = rows[i] as (typeof rows)[number];
    const fault = historyTrouble(row);
    if (fault !== null) {
      reportHistory(collector, i, row, fault);
      continue;
    }
    const weight = row.weight ?? 1;
    cells.add(row.frequency, times.indexOf(row.recency), times.indexOf(row.T), weight);
    if (row.frequency > 0) sumLogIntervals += weight * (row.sumLogIntervals ?? Number.NaN);
  }
  collector.throwIfAny();
  return { ...sorted(cells, times.values), sumLogIntervals: finiteOrNull(sumLogIntervals) };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The cells by ascending frequency. */
function sorted(cells: CellTable, times: Float64Array): Omit<PurchaseCells, "sumLogIntervals"> {
  const { size } = cells;
  const order = countingOrder(cells.frequencies());
  const frequency = new Int32Array(size);
  const recencyAt = new Int32Array(size);
  const ageAt = new Int32Array(size);
  const weight = new Float64Array(size);
  let customers = 0;
  for (let i = 0; i < size; i++) {
    const cell = order[i] as number;
    frequency[i] = cells.frequencyOf(cell);
    recencyAt[i] = cells.recencyAtOf(cell);
    ageAt[i] = cells.ageAtOf(cell);
    weight[i] = cells.weightOf(cell);
    customers += cells.weightOf(cell);
  }
  return { size, frequency, recencyAt, ageAt, weight, times, customers };
}
