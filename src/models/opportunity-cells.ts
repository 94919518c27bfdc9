import { IssueCollector } from "../rows/issue-collector.ts";
import { checkBase } from "./check-base.ts";
import { type HistoryFault, reportHistory } from "./check-history.ts";
import { type PurchaseCells, purchaseCells } from "./purchase-cells.ts";
import { historyTrouble, type PurchaseHistories, type PurchaseHistory } from "./purchase-histories.ts";

/** What is wrong with a history that is counted in opportunities; `null` if nothing. */
export function opportunityTrouble(history: PurchaseHistory): HistoryFault | null {
  const fault = historyTrouble(history);
  if (fault !== null) return fault;
  const { frequency, recency, T } = history;
  if (!Number.isInteger(T)) {
    return { field: "T", trouble: "In BG/BB time is counted in opportunities: T must be a whole number." };
  }
  if (!(Number.isInteger(recency) && recency >= frequency)) {
    return {
      field: "recency",
      trouble:
        "In BG/BB the recency is the number of the last opportunity used: a whole number, no less than the frequency.",
    };
  }
  return null;
}

/** The cells of a base whose histories are counted in opportunities. */
export function opportunityCells(histories: PurchaseHistories, every = 1): PurchaseCells {
  checkBase(histories);
  const collector = new IssueCollector();
  histories.rows.forEach((row, i) => {
    const fault = opportunityTrouble(row);
    if (fault !== null) reportHistory(collector, i, row, fault);
  });
  collector.throwIfAny();
  return purchaseCells(histories, every);
}
