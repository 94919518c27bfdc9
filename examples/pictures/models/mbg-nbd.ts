import type { LineChart } from "../chart.ts";
import { ALIVE, BUYERS_NAMED, SILENCE, silenceCurves } from "./silence.ts";

const model = {
  kind: "mbg-nbd",
  parameters: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 },
  unit: "week",
} as const;

export const mbgNbdPicture: LineChart = {
  title: "MBG/NBD: a one-time buyer may have left at once",
  subtitle: BUYERS_NAMED,
  description:
    "P(alive) against weeks since the last purchase. That of a one-time buyer begins at 64 % right after his purchase and falls; with 10 repeat purchases it begins highest and falls fastest.",
  x: SILENCE,
  y: ALIVE,
  curves: silenceCurves(model, [
    { at: [34, 0.33], text: "0: one-time buyers" },
    { at: [30, 0.585], text: "1 repeat purchase" },
    { at: [26, 0.35], text: "4" },
    { at: [17, 0.2], text: "10" },
  ]),
};
