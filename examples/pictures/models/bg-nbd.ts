import type { LineChart } from "../chart.ts";
import { ALIVE, BUYERS_NAMED, SILENCE, silenceCurves } from "./silence.ts";

const model = {
  kind: "bg-nbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  unit: "week",
} as const;

export const bgNbdPicture: LineChart = {
  title: "BG/NBD: silence says most about frequent buyers",
  subtitle: BUYERS_NAMED,
  description:
    "P(alive) against weeks since the last purchase. With 10 repeat purchases it falls fastest, with 4 and 1 more slowly; for a one-time buyer it stays at 100 % however long he is silent.",
  x: SILENCE,
  y: ALIVE,
  curves: silenceCurves(model, [
    { at: [24, 0.94], text: "0: one-time buyers are alive for sure" },
    { at: [33, 0.595], text: "1 repeat purchase" },
    { at: [27, 0.36], text: "4" },
    { at: [17, 0.2], text: "10" },
  ]),
};
