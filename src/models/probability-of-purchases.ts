import { logistic } from "../math/log-odds.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import type { Duration } from "../time/duration.ts";
import { checkedKernel } from "./customer-under-model.ts";
import { horizonInUnits } from "./horizon.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type { PurchaseHistory } from "./purchase-histories.ts";

/** How many purchases, within which time. */
export interface PurchaseCountOptions {
  /** How far to look from now, e.g. `{ months: 3 }`. */
  readonly horizon: Duration;
  /** Exactly so many purchases; not together with `atLeast`. */
  readonly exactly?: number;
  /** At least so many purchases. Default 1. */
  readonly atLeast?: number;
}

/**
 * The probability that a customer makes exactly, or at least, so many purchases within a horizon from now.
 *
 * The chance that he has already left is part of it: it counts as no purchase. For a new customer pass `NEW_CUSTOMER`.
 *
 * @param model - A fitted model of purchases, or a literal `{ kind, parameters, unit }`.
 * @param customer - `{ frequency, recency, T }` in the model's unit; with `covariates` if the model has coefficients.
 * @param options - `horizon`, and `exactly` or `atLeast` a whole number of purchases (default: at least 1).
 * @returns A probability from 0 to 1, exact for small ones too.
 * @throws {@link DataError} if the history is impossible, the horizon is none, or the number is not whole.
 * @see Fader, Hardie & Lee (2005), equation 8 (BG/NBD); Fader & Hardie, note 028 (Pareto/NBD); Fader, Hardie & Shang (2010), equation 7
 *   (BG/BB).
 *
 * @example
 * import { probabilityOfPurchases } from "clientele";
 *
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * const customer = { frequency: 2, recency: 30.43, T: 38.86 };
 * probabilityOfPurchases(model, customer, { horizon: { weeks: 39 } }); // => 0.555
 * probabilityOfPurchases(model, customer, { horizon: { weeks: 39 }, exactly: 2 }); // => 0.144
 */
export function probabilityOfPurchases(
  model: Predictor<PurchaseModel>,
  customer: PurchaseHistory,
  options: PurchaseCountOptions,
): number {
  checkNames("options", options, NAMES);
  const { horizon, exactly, atLeast } = options;
  const both = exactly !== undefined && atLeast !== undefined;
  checkOption("exactly", exactly, both ? "Ask for exactly or atLeast, not both." : null);
  const count = exactly ?? atLeast ?? 1;
  checkNumber(exactly === undefined ? "atLeast" : "exactly", count, { least: 0, most: MOST, whole: true });

  const { kernel, parameters } = checkedKernel(model, customer);
  const { unit, asOf = null } = model;
  const t = horizonInUnits(horizon, { unit, asOf, discrete: kernel.discrete });
  const { frequency, recency, T } = customer;
  const logOdds = kernel.logOddsDead(parameters, frequency, recency, T);
  const alive = logistic(-logOdds);
  if (exactly === undefined) {
    return count === 0
      ? 1
      : alive * kernel.tailProbabilityIfAlive(parameters, frequency, recency, T, t, count);
  }
  const ifAlive = kernel.countProbabilityIfAlive(parameters, frequency, recency, T, t, count);
  return count === 0 ? logistic(logOdds) + alive * ifAlive : alive * ifAlive;
}

const NAMES = { horizon: true, exactly: true, atLeast: true } satisfies Record<
  keyof PurchaseCountOptions,
  true
>;
const MOST = 1_000_000;
