import { IssueCollector } from "../rows/issue-collector.ts";
import { reportHistory } from "./check-history.ts";
import type { WeightedHistory } from "./purchase-histories.ts";

/** Refuses rows that stand for a fraction of a customer: where chance acts on each customer on his own, there must be whole ones. */
export function checkWholeWeights(rows: readonly WeightedHistory[]): void {
  const collector = new IssueCollector();
  rows.forEach((row, i) => {
    const whole = Number.isInteger(row.weight ?? 1);
    if (!whole) reportHistory(collector, i, row, { field: "weight", trouble: NOT_WHOLE });
  });
  collector.throwIfAny();
}

const NOT_WHOLE = "Each customer is drawn on his own, so the weight must be a whole number.";
