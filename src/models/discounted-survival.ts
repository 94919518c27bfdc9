import { betaGeometricSum } from "../math/beta-geometric-sum.ts";
import { sumToInfinity } from "../math/sum-to-infinity.ts";
import { checkNames, checkNumber, invalidOption } from "../rows/options.ts";
import { daysPerUnit, type TimeUnit } from "../time/unit.ts";
import { logSurvival } from "./bdw.ts";
import { type ContractModel, contractParameters } from "./contract-models.ts";
import type { DiscountOptions } from "./discounted-residual-transactions.ts";
import type { Predictor } from "./models.ts";

/** The rate of continuous discounting per period that a yearly discount rate comes to. */
export function discountPerPeriod(options: DiscountOptions, unit: TimeUnit): number {
  checkNames("options", options, { discountRate: true } satisfies Record<keyof DiscountOptions, true>);
  checkNumber("discountRate", options.discountRate, { least: 0, most: 1 });
  return (Math.log1p(options.discountRate) * daysPerUnit(unit)) / daysPerUnit("year");
}

/**
 * Σ over t ≥ from of S(t) ÷ S(from), discounted at a continuous rate per period: the payments of a customer who now makes one, this one
 * included. Infinite without discounting if S(t) falls no faster than 1 ÷ t.
 */
export function discountedSurvival(model: Predictor<ContractModel>, from: number, rate: number): number {
  const parameters = contractParameters(model);
  const { alpha, beta, c } = parameters;
  if (model.kind === "sbg") return betaGeometricSum(alpha, beta + from, Math.exp(-rate), -Math.expm1(-rate));
  if (rate === 0 && !(c * alpha > LEAST_POWER)) return Number.POSITIVE_INFINITY;
  const discounted = (t: number, logT: number): number =>
    logSurvival(parameters, from, t, logT) - (rate === 0 ? 0 : rate * (t - from));
  return sumToInfinity(discounted, from);
}

/** S(t) falls as t^(−cα); a sum of powers closer to −1 than this would take its digits from where nobody has ever looked. */
export const LEAST_POWER: number = 1 + 1e-6;

/** The value, unless without discounting there is none. */
export function finiteOrRefused(value: number): number {
  if (value < Number.POSITIVE_INFINITY) return value;
  const message =
    "Without discounting this is infinite: alpha (times c) is at most 1, so a few imaginable customers would stay for ever. Give a discount rate above 0.";
  throw invalidOption("discountRate", 0, message);
}
