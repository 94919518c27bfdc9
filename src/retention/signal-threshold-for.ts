import { checkNames, checkNumber, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import type { ChurnSignalComparison } from "./churn-comparison.ts";
import type { ChurnSignal } from "./churn-signal.ts";
import type { ThresholdRow } from "./signal-thresholds.ts";

/** What a threshold is to achieve: exactly one of these. */
export interface ThresholdWish {
  /** Share of the flagged who leave, at least; the most of those who leave are then found. */
  readonly precision?: number;
  /** Share of those who leave that are flagged, at least; the fewest false alarms are then given. */
  readonly recall?: number;
  /** Customers flagged, at most, such as the calls that can be made; the most of those who leave are then found. */
  readonly flagged?: number;
  /** What it costs to miss one who leaves, and to flag one who does not, in any one currency; the sum is then lowest. */
  readonly costs?: { readonly missed: number; readonly falseAlarm: number };
}

const NAMES = { precision: true, recall: true, flagged: true, costs: true } satisfies Record<
  keyof ThresholdWish,
  true
>;

/**
 * The threshold of a signal that fulfils a wish best, from the table of a comparison.
 *
 * It was the best for the customers and the horizon compared, chosen afterwards; on others it will do a little worse, and by its intervals may do much
 * worse. Thresholds of your own are among those that are looked through. Of equally good ones the highest is taken.
 *
 * @param comparison - What `compareChurnSignals` returned.
 * @param signal - Which signal.
 * @param wish - One of `{ precision }`, `{ recall }` (at least, 0 to 1), `{ flagged }` (at most, customers) and `{ costs: { missed, falseAlarm } }`.
 * @returns The row of the table; `null` if no threshold fulfils the wish.
 * @throws {@link DataError} if the comparison has no such signal, or the wish is not one of these.
 *
 * @example
 * import { compareChurnSignals, simulateTransactions, thresholdFor, transactionLog } from "clientele";
 *
 * const log = transactionLog(simulateTransactions({ customers: 1000, from: "2023-01-01", until: "2024-12-31", seed: 5 }));
 * const comparison = compareChurnSignals(log, { splitAt: "2023-12-31" });
 * const chosen = thresholdFor(comparison, "silenceDays", { recall: 0.9 });
 * (chosen?.recall ?? 0) >= 0.9; // => true
 */
export function thresholdFor(
  comparison: ChurnSignalComparison,
  signal: ChurnSignal,
  wish: ThresholdWish,
): ThresholdRow | null {
  const isComparison =
    typeof comparison === "object" && comparison !== null && Array.isArray(comparison.signals);
  checkOption(
    "comparison",
    comparison,
    isComparison ? null : "This is no comparison: pass what compareChurnSignals returns.",
  );
  checkOneOf(
    "signal",
    signal,
    comparison.signals.map((quality) => quality.signal),
  );
  checkWish(wish);
  const thresholds = comparison.signals.find((quality) => quality.signal === signal)?.thresholds ?? [];
  let best: ThresholdRow | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (const row of thresholds) {
    const value = worth(row, wish, comparison.churned);
    if (value === null || value < highest) continue;
    highest = value;
    best = row;
  }
  return best;
}

/** How good a threshold is for a wish; `null` if it does not fulfil it. */
function worth(row: ThresholdRow, wish: ThresholdWish, churned: number): number | null {
  const { precision, recall, flagged, costs } = wish;
  if (precision !== undefined) return (row.precision ?? -1) >= precision ? row.truePositives : null;
  if (recall !== undefined) return (row.recall ?? -1) >= recall ? -row.falsePositives : null;
  if (flagged !== undefined) return row.flagged <= flagged ? row.truePositives : null;
  if (costs === undefined) return null;
  return -(costs.missed * (churned - row.truePositives) + costs.falseAlarm * row.falsePositives);
}

function checkWish(wish: ThresholdWish): void {
  checkNames("wish", wish, NAMES);
  const { precision, recall, flagged, costs } = wish;
  const given = [precision, recall, flagged, costs].filter((part) => part !== undefined).length;
  if (given !== 1) {
    const trouble =
      "Wish for one thing: { precision }, { recall }, { flagged } or { costs: { missed, falseAlarm } }.";
    throw invalidOption("wish", wish, trouble);
  }
  if (precision !== undefined) checkNumber("wish.precision", precision, { least: 0, most: 1 });
  if (recall !== undefined) checkNumber("wish.recall", recall, { least: 0, most: 1 });
  if (flagged !== undefined) checkNumber("wish.flagged", flagged, { least: 0 });
  if (costs === undefined) return;
  checkNames("wish.costs", costs, { missed: true, falseAlarm: true });
  checkNumber("wish.costs.missed", costs.missed, { least: 0 });
  checkNumber("wish.costs.falseAlarm", costs.falseAlarm, { least: 0 });
}
