import type { Duration, Predictor, PurchaseModel, SpendModel } from "clientele";
import { DRAWN_FROM } from "../purchase-model/bases/draw-history.ts";

/** What is wanted of every customer. */
export interface Scores {
  readonly probabilityAlive: ArrayLike<number>;
  /** Purchases in the next 90 days. */
  readonly in90Days: ArrayLike<number>;
  /** Money of the next 12 months, each month discounted from its end. */
  readonly lifetimeValue: ArrayLike<number>;
}

export const NEAR: Duration = { days: 90 };
export const FAR: Duration = { months: 12 };
export const DISCOUNT_RATE = 0.1;

/** CDNOW's estimates, in days. */
export const PURCHASES = {
  "bg-nbd": { kind: "bg-nbd", parameters: DRAWN_FROM, unit: "day" },
  "pareto-nbd": {
    kind: "pareto-nbd",
    parameters: { r: 0.5533, alpha: 10.5776 * 7, s: 0.6062, beta: 11.6679 * 7 },
    unit: "day",
  },
} as const satisfies Record<Scored, Predictor<PurchaseModel>>;

export const SCORED = ["bg-nbd", "pareto-nbd"] as const;

export type Scored = (typeof SCORED)[number];

export const SPEND: Predictor<SpendModel> = {
  kind: "gamma-gamma",
  parameters: { p: 6.249, q: 3.745, gamma: 15.448 },
  unit: "day",
};
