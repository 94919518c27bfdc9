import type { IsoDate } from "../time/civil-day.ts";
import type { PurchaseModel } from "./models.ts";
import type { PredictionErrors } from "./prediction-errors.ts";
import type { FrequencyRow, ProbabilityRow } from "./validation-tables.ts";

/** A model held against what its customers did after the day it was fitted: plain data. */
export interface ModelValidation {
  /** The model, fitted to the calibration alone. */
  readonly model: PurchaseModel;
  readonly calibration: CalibrationTotals;
  readonly holdout: HoldoutTotals;
  /** Errors of the purchases foretold for the holdout, customer by customer. */
  readonly errors: PredictionErrors;
  /** The same of who says that everybody goes on at his pace: frequency ÷ T · length of the holdout (0 where T is 0). */
  readonly naiveErrors: PredictionErrors;
  /** Mean of (probability of buying in the holdout − 1 if he bought, 0 if not)²: 0 is perfect. */
  readonly brier: number;
  /**
   * Brier score of who gives everybody the share that came to buy: s · (1 − s). He could not know it beforehand; a model that tells customers
   * apart is below it all the same.
   */
  readonly brierOfShare: number;
  readonly tracking: readonly TrackedPeriod[];
  /** By repeat purchases in the calibration: 0, 1, …, 6, and 7 or more. */
  readonly byFrequency: readonly FrequencyRow[];
  /** Ten rows by P(alive) at the end of the calibration. It cannot be observed: who lives need not buy. Compare the probability of buying. */
  readonly byProbabilityAlive: readonly ProbabilityRow[];
  /** Ten rows by the probability of at least one purchase in the holdout, which can be held against the share that bought. */
  readonly byProbabilityOfBuying: readonly ProbabilityRow[];
}

/** The stretch that a model was fitted to. */
export interface CalibrationTotals {
  /** Day of the first purchase of the first customer. */
  readonly from: IsoDate;
  /** Last day. */
  readonly until: IsoDate;
  /** Customers whose first purchase lies in it: the base. */
  readonly customers: number;
  /** Repeat purchases in it. */
  readonly actual: number;
  /** Repeat purchases that the model expects of them in it, knowing nothing but the days of the first purchases. */
  readonly expected: number;
}

/** The stretch that a model did not see. */
export interface HoldoutTotals {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly days: number;
  /** Purchases of the base. */
  readonly actual: number;
  /** Purchases that the model expects of the base, knowing each customer's calibration: Σ P(alive) · E(purchases | alive). */
  readonly expected: number;
  /** Customers of the base who bought. */
  readonly buyers: number;
  /** Σ of the probabilities of at least one purchase. */
  readonly expectedBuyers: number;
  /** Who first bought in the holdout, and all their purchases in it: no model of the base can foretell them, so they count nowhere else. */
  readonly newcomers: { readonly customers: number; readonly purchases: number };
}

/** Repeat purchases of the base in a calendar period; the periods at both ends, and the one of the split, are cut. */
export interface TrackedPeriod {
  /** Last day. */
  readonly end: IsoDate;
  readonly actual: number;
  /** Expected as in `trackingCurve`: each customer is a new one on his first day, and nothing more is known of him, in the holdout too. */
  readonly expected: number;
  readonly actualCumulative: number;
  readonly expectedCumulative: number;
  /** Whether the period lies after the split. */
  readonly holdout: boolean;
}
