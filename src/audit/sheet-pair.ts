import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { MarginSource } from "./margin-source.ts";
import type { PairedPeriod, PeriodPair } from "./paired-period.ts";
import { type PeriodSheet, periodSheet } from "./period-sheet.ts";

/** What customers did in both periods. */
export interface SheetPair {
  readonly before: PeriodSheet;
  readonly now: PeriodSheet;
}

export function sheetPair(log: TransactionLog, pair: PeriodPair, margin: MarginSource): SheetPair {
  return { before: sheetOf(log, pair.previous, margin), now: sheetOf(log, pair.current, margin) };
}

export function sheetOf(
  log: TransactionLog,
  { start, end }: PairedPeriod,
  margin: MarginSource,
): PeriodSheet {
  return periodSheet(log, start, end, margin);
}
