import { expectedSpend } from "clientele";
import type { Curve, Guide, LineChart } from "../chart.ts";
import { sampled, ticks } from "../steps.ts";

const model = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, gamma: 15.44 }, unit: "week" } as const;
const MOST = 12;
const MEANS = [80, 50, 10] as const;

const BASE = expectedSpend(model, { frequency: 0, monetaryValue: 0 });

const curves = MEANS.map((monetaryValue, i): Curve => {
  const points = sampled(0, MOST, 1, (frequency) =>
    expectedSpend(model, { frequency, monetaryValue: frequency === 0 ? 0 : monetaryValue }),
  );
  const label = {
    at: [MOST, monetaryValue + 4.5],
    text: `own mean $${monetaryValue}`,
    anchor: "end",
  } as const;
  return { points, tone: i as Curve["tone"], drawn: "line and marks", label };
});

const ownMeans = MEANS.map((mean): Guide => ({ from: [0, mean], to: [MOST, mean] }));

export const gammaGammaPicture: LineChart = {
  title: "Gamma-Gamma: the own mean and that of the base",
  subtitle: "CDNOW customers who have spent $80, $50 or $10 per purchase so far",
  description:
    "Expected spend against the number of repeat purchases. Without any it is $35, the mean of the base, for everybody; with each purchase it moves from there towards the customer's own mean of $80, $50 or $10, quickly at first.",
  x: { name: "repeat purchases", from: 0, to: MOST, ticks: ticks(0, MOST, 2) },
  y: { name: "expected spend per purchase, $", from: 0, to: 100, ticks: ticks(0, 100, 20) },
  curves,
  guides: [
    ...ownMeans,
    {
      from: [0, BASE],
      to: [1.2, BASE],
      label: { at: [1.3, BASE - 2], text: "without purchases: the mean of the base, $35" },
    },
  ],
};
