import { type Predictor, type PurchaseModel, probabilityAlive } from "clientele";
import type { Axis, Curve, Label, Point } from "../chart.ts";
import { percentAxis, sampled, ticks } from "../steps.ts";

/** Purchases after the first; half a year of them, then silence. */
const BUYERS = [0, 1, 4, 10] as const;
const ACTIVE_WEEKS = 26;
const SILENT_WEEKS = 52;

export const SILENCE: Axis = {
  name: "weeks since the last purchase",
  from: 0,
  to: SILENT_WEEKS,
  ticks: ticks(0, SILENT_WEEKS, 13),
};

export const ALIVE: Axis = percentAxis("P(alive)", 0, 1, 0.25);

export const BUYERS_NAMED =
  "Customers of the CDNOW shop with 0, 1, 4 or 10 repeat purchases in their first half year";

/** P(alive) of each buyer over a year of silence. */
export function silenceCurves(model: Predictor<PurchaseModel>, labels: readonly Label[]): Curve[] {
  return BUYERS.map((frequency, i): Curve => {
    const label = labels[i];
    const recency = frequency === 0 ? 0 : ACTIVE_WEEKS;
    const points: Point[] = sampled(0, SILENT_WEEKS, 0.5, (weeks) =>
      probabilityAlive(model, { frequency, recency, T: recency + weeks }),
    );
    const curve = { points, tone: i as Curve["tone"], drawn: "line" } as const;
    return label === undefined ? curve : { ...curve, label };
  });
}
