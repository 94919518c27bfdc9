import { probabilityAlive } from "clientele";
import type { Curve, Label, LineChart } from "../chart.ts";
import { percentAxis, sampled, ticks } from "../steps.ts";

const MONTH = 30;

/** Customers who buy every 30 days on the mean whatever k is: a purchase takes k stages, which come k times as fast. */
function silent(k: number, tone: Curve["tone"], label: Label): Curve {
  const model = {
    kind: "mbg-cnbd-k",
    parameters: { k, r: 20, alpha: (20 * MONTH) / k, a: 1, b: 19 },
    unit: "day",
  } as const;
  const points = sampled(0, 120, 1, (days) =>
    probabilityAlive(model, { frequency: 12, recency: 12 * MONTH, T: 12 * MONTH + days }),
  );
  return { points, tone, drawn: "line", label };
}

export const cnbdKPicture: LineChart = {
  title: "CNBD-k: a regular buyer who is overdue has left",
  subtitle: "A customer who has bought 12 times, every 30 days on the mean",
  description:
    "P(alive) against days since the last purchase for four regularities k. With k = 1, random times, it falls slowly; the larger k, the sooner and steeper it falls; with k = 12, nearly fixed times, little hope is left when a second purchase is due.",
  x: { name: "days since the last purchase", from: 0, to: 120, ticks: ticks(0, 120, 30) },
  y: percentAxis("P(alive)", 0, 1, 0.25),
  guides: [
    {
      from: [MONTH, 0],
      to: [MONTH, 1],
      label: { at: [MONTH - 1.5, 0.06], text: "next one due", anchor: "end" },
    },
  ],
  curves: [
    silent(1, 0, { at: [84, 0.73], text: "k = 1: at random" }),
    silent(2, 1, { at: [87, 0.5], text: "k = 2" }),
    silent(4, 2, { at: [75, 0.35], text: "k = 4" }),
    silent(12, 3, { at: [59.5, 0.2], text: "k = 12" }),
  ],
};
