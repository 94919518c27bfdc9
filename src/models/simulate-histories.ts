import { seededRandom } from "../math/random.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { drawHistories } from "./draw-histories.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type { PurchaseHistories, PurchaseHistory } from "./purchase-histories.ts";
import { kernelOf } from "./purchase-kernels.ts";
import { refuseFaultyHistories } from "./refuse-faulty-histories.ts";

/** Which customers to draw. */
export interface HistorySimulation {
  /** How long each customer has been observed since his first purchase, in the model's unit; whole opportunities for BG/BB. */
  readonly ages: readonly number[];
  /** The same seed gives the same histories on every machine: a whole number. */
  readonly seed: number;
  /** The covariates of each customer, in the order of the ages; needed if the model has coefficients, carried along if not. */
  readonly covariates?: readonly Readonly<Record<string, number>>[];
}

/** Histories drawn from a model. */
export interface SimulatedHistories extends PurchaseHistories {
  readonly asOf: null;
  readonly rows: readonly PurchaseHistory[];
}

/**
 * Draws the purchase histories of a customer base from a model, straight from its assumptions.
 *
 * To see what a model would have data look like, and how well a fit recovers what it was drawn from. Times are continuous (but for BG/BB),
 * whereas summaries of a real log count days.
 *
 * @param model - A fitted model of purchases, or a literal `{ kind, parameters, unit }`.
 * @param options - `ages` in the model's unit, `seed`, and `covariates` if the model has coefficients.
 * @returns `{ unit, asOf: null, rows }` with one row `{ frequency, recency, T }` per age, in their order; with `sumLogIntervals` from models of
 *   regular buyers. Every fit takes it.
 * @throws {@link DataError} if an age cannot be, or a customer lacks a covariate.
 *
 * @example
 * import { fitBgNbd, simulateHistories } from "clientele";
 *
 * const model = { kind: "bg-nbd", parameters: { r: 0.8, alpha: 10, a: 0.8, b: 2.4 }, unit: "week" } as const;
 * const customers = simulateHistories(model, { ages: Array.from({ length: 2000 }, () => 78), seed: 1 });
 * customers.rows.length; // => 2000
 * fitBgNbd(customers).parameters.alpha; // => 11.02
 */
export function simulateHistories(
  model: Predictor<PurchaseModel>,
  options: HistorySimulation,
): SimulatedHistories {
  kernelOf(model);
  checkNames("options", options, NAMES);
  const { ages, seed, covariates } = options;
  checkNumber("seed", seed, { whole: true });
  checkOption("ages", ages, Array.isArray(ages) ? null : "Pass a list of ages, one per customer.");
  const fits = covariates === undefined || (Array.isArray(covariates) && covariates.length === ages.length);
  checkOption("covariates", covariates, fits ? null : "Pass a list with one record for each of the ages.");
  const customers = ages.map((T, i) => ({
    frequency: 0,
    recency: 0,
    T,
    ...(covariates === undefined ? {} : { covariates: covariates[i] ?? {} }),
  }));
  refuseFaultyHistories(model, customers);

  return { unit: model.unit, asOf: null, rows: drawHistories(model, customers, seededRandom(seed)) };
}

const NAMES = { ages: true, seed: true, covariates: true } satisfies Record<keyof HistorySimulation, true>;
