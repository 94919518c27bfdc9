import { probabilityAlive } from "clientele";
import type { Curve, LineChart } from "../chart.ts";
import { percentAxis, sampled } from "../steps.ts";

/** The donors of Fader, Hardie & Shang (2010): first gift in 1995, six yearly opportunities until 2001. */
const model = {
  kind: "bg-bb",
  parameters: { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 },
  unit: "year",
} as const;

function donors(frequency: number, tone: Curve["tone"]): Curve {
  const points = sampled(frequency, 6, 1, (recency) => probabilityAlive(model, { frequency, recency, T: 6 }));
  return { points, tone, drawn: "line and marks" };
}

export const bgBbPicture: LineChart = {
  title: "BG/BB: how long ago, and how often before?",
  subtitle: "Donors with six yearly opportunities, 1996 to 2001, by number of gifts after the first",
  description:
    "P(alive) in 2001 against the year of the last gift. It rises to 100 % for a gift in 2001. With the same last year, a donor of 4 gifts is less likely alive than one of 1 or 2, since his silence is stranger.",
  x: {
    name: "year of the last gift",
    from: 0.6,
    to: 6.4,
    ticks: sampled(1, 6, 1, (year) => 1995 + year).map(([at, year]) => ({ at, text: String(year) })),
  },
  y: percentAxis("P(alive) in 2001", 0, 1, 0.25),
  curves: [
    { ...donors(1, 0), label: { at: [1.75, 0.24], text: "1 gift", anchor: "end" } },
    { ...donors(2, 1), label: { at: [2.15, 0.05], text: "2 gifts" } },
    { ...donors(4, 2), label: { at: [4.2, 0.2], text: "4 gifts" } },
  ],
};
