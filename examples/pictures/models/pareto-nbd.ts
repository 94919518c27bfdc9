import type { LineChart } from "../chart.ts";
import { ALIVE, BUYERS_NAMED, SILENCE, silenceCurves } from "./silence.ts";

const model = {
  kind: "pareto-nbd",
  parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 },
  unit: "week",
} as const;

export const paretoNbdPicture: LineChart = {
  title: "Pareto/NBD: customers leave at any moment",
  subtitle: BUYERS_NAMED,
  description:
    "P(alive) against weeks since the last purchase. All curves begin at 100 % and fall; that of a customer with 10 repeat purchases falls fastest after some weeks.",
  x: SILENCE,
  y: ALIVE,
  curves: silenceCurves(model, [
    { at: [34, 0.37], text: "0: one-time buyers" },
    { at: [28, 0.67], text: "1 repeat purchase" },
    { at: [16.5, 0.645], text: "4" },
    { at: [18.5, 0.21], text: "10" },
  ]),
};
