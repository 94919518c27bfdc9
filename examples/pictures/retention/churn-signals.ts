import {
  type ChurnSignal,
  compareChurnSignals,
  fitMbgNbd,
  simulateTransactions,
  transactionLog,
} from "clientele";
import type { Curve, Label, LineChart } from "../chart.ts";
import { percentAxis } from "../steps.ts";

const log = transactionLog(
  simulateTransactions({
    customers: 3000,
    from: "2023-01-01",
    until: "2024-12-31",
    joinUntil: "2024-06-30",
    purchases: { r: 0.6, alpha: 4, a: 0.6, b: 5 },
    seed: 5,
  }),
);
const comparison = compareChurnSignals(log, { splitAt: "2024-06-30", fit: fitMbgNbd, unit: "week" });

/** Precision against recall of all thresholds of a signal, from the strictest that finds a tenth on. */
function tradeOff(signal: ChurnSignal, tone: Curve["tone"], label: Label): Curve {
  const thresholds = comparison.signals.find((each) => each.signal === signal)?.thresholds ?? [];
  const points = thresholds.flatMap(({ recall, precision }) =>
    recall === null || precision === null || recall < 0.1 ? [] : [[recall, precision] as const],
  );
  return { points, tone, drawn: "line", label };
}

export const churnSignalsPicture: LineChart = {
  title: "Which signal finds the leavers without suspecting the loyal",
  subtitle: "Signals on 30 June against no purchase in the next half year; 3,000 simulated customers",
  description:
    "Precision against recall of three signals of churn. The model's probability of no purchase lies above the other two throughout: of a quarter of the churned that it finds, 91 percent churned, against 88 percent by the own rhythm and 87 by days of silence. All fall to 52 percent, the share of all who churned, when everybody is flagged.",
  x: percentAxis("recall: share of the churned that is flagged", 0, 1, 0.25),
  y: percentAxis("precision: of the flagged, who churned", 0.5, 1, 0.1),
  curves: [
    tradeOff("noPurchaseProbability", 0, { at: [0.24, 0.945], text: "model" }),
    tradeOff("silenceDays", 1, { at: [0.12, 0.84], text: "days of silence" }),
    tradeOff("overdueRatio", 2, { at: [0.02, 0.93], text: "own rhythm" }),
  ],
};
