import { checkNames, checkNumber, checkOneOf, invalidOption } from "../rows/options.ts";
import { checkLevel } from "../statistics/confidence.ts";
import { checkBase } from "./check-base.ts";
import { checkUnit } from "./check-unit.ts";
import { checkWholeWeights } from "./check-whole-weights.ts";
import { expectationIntervals } from "./expectation-intervals.ts";
import { type Horizon, stretchOf } from "./horizon.ts";
import { invalidModel } from "./invalid-model.ts";
import { logEstimates } from "./log-estimates.ts";
import type { Model, Predictor, PurchaseModel } from "./models.ts";
import type { IdentifiedHistories, PredictionIntervals } from "./predicted-intervals.ts";
import { checkStretchFromNow, purchaseIntervals } from "./purchase-intervals.ts";
import { kernelOf } from "./purchase-kernels.ts";
import { refuseFaultyHistories } from "./refuse-faulty-histories.ts";

/** What to predict, and how sure to be of it. */
export interface PredictionIntervalOptions {
  /** How far to look, e.g. `{ months: 12 }`, or days `{ from, until }`. */
  readonly horizon: Horizon;
  /** Share of such intervals that cover, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /**
   * What the intervals are of. `"expectation"` (default): of the expected purchases, which more customers to learn from would settle.
   * `"purchases"`: of the purchases that will really be made, which stay a matter of chance.
   */
  readonly of?: "expectation" | "purchases";
  /** For `"purchases"`: how often to draw the future, at least 100. Default 1000. */
  readonly draws?: number;
  /** For `"purchases"`: the same seed gives the same intervals on every machine. A whole number, needed. */
  readonly seed?: number;
}

/**
 * How sure predictions are: intervals of each customer's P(alive) and purchases within a horizon, and of the base's total.
 *
 * `of: "expectation"` takes the estimates' uncertainty to the predictions (delta method, in logarithms of the parameters): intervals are
 * symmetric in the log odds of P(alive) and in the logarithm of expected purchases. The total has an interval of its own, since errors of the
 * parameters hit all customers alike and do not average out. `of: "purchases"` draws parameters, then for each customer whether he is alive and
 * what he buys; its limits are whole purchases, and those of the total are what a forecast should be judged by. The estimates are in both
 * cases those of `probabilityAlive` and `expectedPurchases`.
 *
 * @param model - A fitted model of purchases with its `covariance`.
 * @param customers - Summaries of the base in the model's unit. Months are counted from their `asOf`, or else from the model's.
 * @param options - `horizon`; `level`, default 0.95; `of`, default `"expectation"`; for `"purchases"` `seed`, and `draws`, default 1000.
 * @returns `{ rows, total }`; purchases as numbers of purchases in the horizon.
 * @throws {@link DataError} if the model has no covariance, a history is impossible, or the horizon is none.
 * @see Delta method: Casella & Berger, "Statistical inference", section 5.5.4.
 *
 * @example
 * import { fitBgNbd, predictionIntervals, simulateHistories } from "clientele";
 *
 * const truth = { kind: "bg-nbd", parameters: { r: 0.8, alpha: 10, a: 0.8, b: 2.4 }, unit: "week" } as const;
 * const customers = simulateHistories(truth, { ages: Array.from({ length: 500 }, () => 78), seed: 1 });
 * const model = fitBgNbd(customers);
 * const horizon = { weeks: 26 };
 * const expected = predictionIntervals(model, customers, { horizon }).total;
 * const real = predictionIntervals(model, customers, { horizon, of: "purchases", seed: 2 }).total;
 * real.estimate === expected.estimate; // => true
 * real.upper - real.lower > expected.upper - expected.lower; // => true
 */
export function predictionIntervals(
  model: Predictor<PurchaseModel> & Pick<Model, "covariance">,
  customers: IdentifiedHistories,
  options: PredictionIntervalOptions,
): PredictionIntervals {
  const kernel = kernelOf(model);
  checkNames("options", options, NAMES);
  const { horizon, level = 0.95, of = "expectation", draws = 1000, seed } = options;
  checkLevel(level);
  checkOneOf("of", of, ["expectation", "purchases"]);
  checkNumber("draws", draws, { least: 100, whole: true });
  checkBase(customers);
  checkUnit(model, customers.unit);
  const asOf = customers.asOf ?? model.asOf ?? null;
  const stretch = stretchOf(horizon, { unit: model.unit, asOf, discrete: kernel.discrete });
  const { point, covariance } = logEstimates(model);
  if (covariance === null) throw invalidModel("model.covariance", null, NO_COVARIANCE);
  refuseFaultyHistories(model, customers.rows);

  const task = { model, point, covariance, stretch, level };
  if (of === "expectation") return expectationIntervals(task, customers.rows);
  if (seed === undefined) throw invalidOption("seed", seed, "Drawing needs a seed: pass a whole number.");
  checkNumber("seed", seed, { whole: true });
  checkStretchFromNow(stretch);
  checkWholeWeights(customers.rows);
  return purchaseIntervals({ ...task, draws, seed }, customers.rows);
}

const NAMES = {
  horizon: true,
  level: true,
  of: true,
  draws: true,
  seed: true,
} satisfies Record<keyof PredictionIntervalOptions, true>;

const NO_COVARIANCE =
  "The data do not determine the parameters, so there is no covariance to tell intervals from: fit with priors, or see by bootstrapModel how far they vary.";
