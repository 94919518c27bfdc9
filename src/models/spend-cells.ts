import { IssueCollector } from "../rows/issue-collector.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { TimeUnit } from "../time/unit.ts";
import { checkBase } from "./check-base.ts";
import { type HistoryFault, isRecord, NO_HISTORY, reportHistory } from "./check-history.ts";

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
  if (!(Number.isInteger(frequency) && frequency >= 0 && frequency < 2 ** 31)) {
    return {
      field: "frequency",
      trouble: "The number of repeat purchases must be a whole number of at least 0.",
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
  const used: number[] = [];
  for (let i = 0; i < rows.length; i += every) {
    const row = rows[i] as SpendHistory;
    const fault = spendTrouble(row);
    if (fault === null) {
      if (row.frequency > 0 && row.monetaryValue > 0) used.push(i);
      continue;
    }
    reportHistory(collector, i, row, fault);
  }
  collector.throwIfAny();
  const of = (i: number): SpendHistory => rows[i] as SpendHistory;
  const order = Int32Array.from(used).sort((i, j) => of(i).frequency - of(j).frequency || i - j);
  return {
    size: order.length,
    frequency: order.map((i) => of(i).frequency),
    total: Float64Array.from(order, (i) => of(i).frequency * of(i).monetaryValue),
    weight: Float64Array.from(order, (i) => of(i).weight ?? 1),
    customers: order.reduce((sum, i) => sum + (of(i).weight ?? 1), 0),
  };
}
