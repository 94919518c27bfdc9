import { logistic } from "../math/log-odds.ts";
import { checkNames } from "../rows/options.ts";
import type { Duration } from "../time/duration.ts";
import { checkedKernel } from "./customer-under-model.ts";
import { horizonInUnits } from "./horizon.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type { PurchaseHistory } from "./purchase-histories.ts";
import type { PurchaseKernel } from "./purchase-kernel.ts";

/** When a customer is to be alive. */
export interface AliveOptions {
  /** So long from now, without asking whether he buys until then. Default: now. */
  readonly after?: Duration;
}

/**
 * The probability that a customer is still one: that he has not left for good by age T, or by a later day.
 *
 * Under BG/NBD and BG/CNBD-k it is 1 for every customer without a repeat purchase, since he is thought to leave only after one. Under BG/BB
 * it is the probability of being alive at the last opportunity; `{ after }` one opportunity gives that of the paper.
 *
 * @param model - A fitted model of purchases, or a literal `{ kind, parameters, unit }`.
 * @param customer - `{ frequency, recency, T }` in the model's unit, such as a row of `summarizeCustomers`; with `covariates` if the model
 *   has coefficients.
 * @param options - `after`: how much later, e.g. `{ months: 3 }`. Default: now.
 * @returns A probability from 0 to 1.
 * @throws {@link DataError} if the history is impossible (a recency beyond T, say).
 * @see Fader & Hardie, note 021 (BG/NBD); note 009 (Pareto/NBD); Fader, Hardie & Shang (2010), equation 11 (BG/BB).
 *
 * @example
 * import { probabilityAlive } from "clientele";
 *
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * const customer = { frequency: 2, recency: 30.43, T: 38.86 };
 * probabilityAlive(model, customer); // => 0.727
 * probabilityAlive(model, customer, { after: { weeks: 26 } }); // => 0.609
 */
export function probabilityAlive(
  model: Predictor<PurchaseModel>,
  customer: PurchaseHistory,
  options: AliveOptions = {},
): number {
  const { kernel, parameters } = checkedKernel(model, customer);
  return aliveUnder(kernel, parameters, model, customer, options);
}

type AliveFormulas<Parameters> = Pick<
  PurchaseKernel<Parameters>,
  "discrete" | "logOddsDead" | "survivalIfAlive"
>;

/** `probabilityAlive` by the formulas of a model and the parameters that hold for the customer. */
export function aliveUnder<Parameters>(
  kernel: AliveFormulas<Parameters>,
  parameters: Parameters,
  model: Pick<Predictor<PurchaseModel>, "unit" | "asOf">,
  { frequency, recency, T }: PurchaseHistory,
  options: AliveOptions,
): number {
  checkNames("options", options, { after: true } satisfies Record<keyof AliveOptions, true>);
  const now = logistic(-kernel.logOddsDead(parameters, frequency, recency, T));
  if (options.after === undefined) return now;
  const { unit, asOf = null } = model;
  const t = horizonInUnits(options.after, { unit, asOf, discrete: kernel.discrete });
  return now * kernel.survivalIfAlive(parameters, frequency, recency, T, t);
}
