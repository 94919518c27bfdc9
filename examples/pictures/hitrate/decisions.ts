import { type OutcomeTimes, offerBook, simulateOffers, timeToDecision } from "clientele";
import type { Curve, Label, LineChart, Point } from "../chart.ts";
import { percentAxis, ticks } from "../steps.ts";

const DAYS = 120;

const book = offerBook(
  simulateOffers({ offers: 400, seed: 5, from: "2025-09-01", until: "2025-12-31", winRate: 0.35 }),
);
const times = timeToDecision(book, { withdrawn: "lost" });

/** A share that holds its value until the next decision, drawn as stairs, with its band where there is one. */
function stairs(outcome: OutcomeTimes | undefined, tone: Curve["tone"], label: Label): Curve {
  const points: Point[] = [[0, 0]];
  const band: (readonly [number, number, number])[] = [];
  let share = 0;
  for (const { time, incidence, lower, upper } of outcome?.steps ?? []) {
    if (time > DAYS) break;
    points.push([time, share], [time, incidence]);
    const last = band.at(-1);
    if (last !== undefined) band.push([time, last[1], last[2]]);
    if (lower !== null && upper !== null) band.push([time, lower, upper]);
    share = incidence;
  }
  points.push([DAYS, share]);
  const last = band.at(-1);
  if (last !== undefined) band.push([DAYS, last[1], last[2]]);
  return { points, tone, drawn: "line", band, label };
}

const outcomeOf = (name: OutcomeTimes["outcome"]): OutcomeTimes | undefined =>
  times.outcomes.find(({ outcome }) => outcome === name);

export const decisionsPicture: LineChart = {
  title: "What becomes of an offer, day by day",
  subtitle: `Cumulative incidence with 95 % limits; ${times.offers} invented offers, ${times.open} of them still open`,
  description:
    "Two curves over 120 days since the submission of an offer. The share of offers lost or withdrawn rises to about 60 percent, the share of orders to about 30 percent. Both rise steeply in the first 60 days and flatten then.",
  x: { name: "days since the submission", from: 0, to: DAYS, ticks: ticks(0, DAYS, 20) },
  y: percentAxis("share of all offers", 0, 0.8, 0.2),
  curves: [
    stairs(outcomeOf("lost"), 1, { at: [62, 0.62], text: "lost or withdrawn", anchor: "end" }),
    stairs(outcomeOf("won"), 0, { at: [84, 0.18], text: "won" }),
  ],
};
