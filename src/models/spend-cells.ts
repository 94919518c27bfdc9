import { countingOrder } from "../math/counting-order.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { TimeUnit } from "../time/unit.ts";
import { checkBase } from "./check-base.ts";
import { type HistoryFault, isRecord, NO_HISTORY, reportHistory } from "./check-history.ts";
import { MOST_PURCHASES } from "./purchase-histories.ts";

/** What a customer spent, as a model of spend sees it. */
export interface SpendHistory {
  /** Repeat purchases (x). */
  readonly frequency: number;
  /** Mean amount of the repeat purchases, 0 if there were none. */
  readonly monetaryValue: number;
  /** How many customers the history stands for (default 1). */
  readonly weight?: number;
}

/** Histories of spend of a customer base; `CustomerSummaries` are such histories. */
export interface SpendHistories {
  readonly unit: TimeUnit;
  readonly asOf?: IsoDate | null;
  readonly rows: readonly SpendHistory[];
}

/** Repeat customers with positive spend, grouped by number of purchases. */
export interface SpendCells {
  readonly size: number;
  /** Repeat purchases, ascending. */
  readonly frequency: Int32Array;
  /** Total amount of the repeat purchases. */
  readonly total: Float64Array;
  readonly weight: Float64Array;
  readonly customers: number;
}

/** What is wrong with a history of spend; `null` if nothing. */
export function spendTrouble(history: SpendHistory): HistoryFault | null {
  if (!isRecord(history)) return NO_HISTORY;
  const { frequency, monetaryValue, weight = 1 } = history;
  if (!(Number.isInteger(frequency) && frequency >= 0 && frequency <= MOST_PURCHASES)) {
    return {
      field: "frequency",
      trouble: "The number of repeat purchases must be a whole number from 0 to 10,000,000.",
    };
  }
  if (!(monetaryValue >= 0 && frequency * monetaryValue < Number.POSITIVE_INFINITY)) {
    return { field: "monetaryValue", trouble: "The mean spend must be a finite number of at least 0." };
  }
  if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) {
    return { field: "weight", trouble: "The weight must be a finite number above 0." };
  }
  return null;
}

/** Picks out who bought again for money, by ascending frequency; `every` takes each n-th row only. */
export function spendCells(histories: SpendHistories, every = 1): SpendCells {
  checkBase(histories);
  const { rows } = histories;
  const collector = new IssueCollector();
  const count = Math.ceil(rows.length / every);
  const frequencies = new Int32Array(count);
  const totals = new Float64Array(count);
  const weights = new Float64Array(count);
  let used = 0;
  for (let i = 0; i < rows.length; i += every) {
    const row = rows[i] as SpendHistory;
    const fault = spendTrouble(row);
    if (fault !== null) {
      reportHistory(collector, i, row, fault);
      continue;
    }
    const { frequency, monetaryValue, weight = 1 } = row;
    if (frequency === 0 || monetaryValue === 0) continue;
    frequencies[used] = frequency;
    totals[used] = frequency * monetaryValue;
    weights[used] = weight;
    used += 1;
  }
  collector.throwIfAny();
  return sorted(frequencies.subarray(0, used), totals, weights);
}

/** The cells by ascending frequency. */
function sorted(frequencies: Int32Array, totals: Float64Array, weights: Float64Array): SpendCells {
  const order = countingOrder(frequencies);
  const size = order.length;
  const frequency = new Int32Array(size);
  const total = new Float64Array(size);
  const weight = new Float64Array(size);
  let customers = 0;
  for (let i = 0; i < size; i++) {
    const from = order[i] as number;
    frequency[i] = frequencies[from] as number;
    total[i] = totals[from] as number;
    weight[i] = weights[from] as number;
    customers += weights[from] as number;
  }
  return { size, frequency, total, weight, customers };
}
