import {
  gini,
  lorenzCurve,
  paretoShare,
  simulateTransactions,
  summarizeCustomers,
  transactionLog,
} from "clientele";
import type { LineChart, Point } from "../chart.ts";
import { percentAxis } from "../steps.ts";

const { rows } = summarizeCustomers(
  transactionLog(simulateTransactions({ customers: 2000, from: "2023-01-01", until: "2024-12-31", seed: 4 })),
);
const curve = lorenzCurve(rows, "revenue", { points: 200 });
const share = paretoShare(rows, "revenue", { customers: 0.2 });
const best = share.value ?? 0;

/** From the best customers on, as the Pareto principle is told; the Lorenz curve itself begins with the smallest. */
const fromTheBest: Point[] = curve.rows
  .map(({ population, value }) => [1 - population, 1 - (value ?? 0)] as const)
  .reverse();

export const lorenzPicture: LineChart = {
  title: `A fifth of the customers bring ${Math.round(best * 100)} % of the revenue`,
  subtitle: `2,000 simulated customers by descending revenue; Gini ${(gini(rows, "revenue") ?? 0).toFixed(2)}`,
  description:
    "Cumulative share of revenue against the share of customers, the best first. The curve rises steeply, lies far above the straight line of equal customers, and flattens towards the end. At a fifth of the customers it stands at 64 percent.",
  x: percentAxis("share of customers, the best first", 0, 1, 0.2),
  y: percentAxis("share of revenue", 0, 1, 0.2),
  curves: [
    { points: fromTheBest, tone: 0, drawn: "line", label: { at: [0.44, 0.765], text: "these customers" } },
    {
      points: [
        [0, 0],
        [1, 1],
      ],
      tone: 1,
      drawn: "line",
      label: { at: [0.52, 0.46], text: "if all were equal" },
    },
  ],
  guides: [
    { from: [0.2, 0], to: [0.2, best] },
    { from: [0, best], to: [0.2, best] },
  ],
};
