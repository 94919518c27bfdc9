import type { IsoDate } from "../time/civil-day.ts";
import type { TimeUnit } from "../time/unit.ts";
import { type HistoryFault, isRecord, NO_HISTORY } from "./check-history.ts";

/** A customer as a purchase model sees him; times are in the unit of whoever holds the history. */
export interface PurchaseHistory {
  /** Repeat purchases: all but the first (x). */
  readonly frequency: number;
  /** Age at the last purchase, 0 if there was only one (tx). */
  readonly recency: number;
  /** Age when observation ended (T). */
  readonly T: number;
  /**
   * Sum of the natural logarithms of the times between successive purchases: needed by the models that tell regular from random times
   * (BG/CNBD-k, MBG/CNBD-k) to judge the regularity, and by no other.
   */
  readonly sumLogIntervals?: number;
  /** What else is known of the customer, in numbers, for models fitted with covariates: `{ newsletter: 1 }`. */
  readonly covariates?: Readonly<Record<string, number>>;
}

/** Histories of a customer base; `CustomerSummaries` are such histories. */
export interface PurchaseHistories {
  readonly unit: TimeUnit;
  /** Day on which observation ended; lets horizons in months follow the calendar. */
  readonly asOf?: IsoDate | null;
  readonly rows: readonly WeightedHistory[];
}

/** A history that stands for `weight` customers (default 1). */
export interface WeightedHistory extends PurchaseHistory {
  readonly weight?: number;
}

/** More repeat purchases than this are taken for an error in the data. */
export const MOST_PURCHASES = 10_000_000;

/** What is wrong with a history; `null` if nothing. */
export function historyTrouble(history: WeightedHistory): HistoryFault | null {
  if (!isRecord(history)) return NO_HISTORY;
  const { frequency, recency, T, weight = 1 } = history;
  if (!(Number.isInteger(frequency) && frequency >= 0 && frequency <= MOST_PURCHASES)) {
    return {
      field: "frequency",
      trouble: "The number of repeat purchases must be a whole number from 0 to 10,000,000.",
    };
  }
  if (!(T >= 0 && T < Number.POSITIVE_INFINITY)) {
    return { field: "T", trouble: "The age T must be a finite number of at least 0." };
  }
  if (!(recency >= 0 && recency <= T)) {
    return { field: "recency", trouble: "The age at the last purchase must lie between 0 and T." };
  }
  if (frequency === 0 && recency !== 0) {
    return { field: "recency", trouble: "Without a repeat purchase the age at the last purchase is 0." };
  }
  if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) {
    return { field: "weight", trouble: "The weight must be a finite number above 0." };
  }
  return null;
}
