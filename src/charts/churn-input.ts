import type { ChurnSignalComparison } from "../retention/churn-comparison.ts";
import { checkEntries, checkResult } from "./result-fields.ts";

/** Refuses what is no comparison of signals. */
export function checkComparison(comparison: ChurnSignalComparison): void {
  const maker = "compareChurnSignals";
  const days = { splitAt: "text", until: "text" } as const;
  checkResult("comparison", comparison, { ...days, customers: "number", signals: "list" }, maker);
  checkEntries("comparison.signals", comparison.signals, { signal: "text", thresholds: "list" }, maker);
}
