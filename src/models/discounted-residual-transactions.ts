import { logistic } from "../math/log-odds.ts";
import { checkNames, checkNumber, invalidOption } from "../rows/options.ts";
import { daysPerUnit } from "../time/unit.ts";
import { checkedKernel } from "./customer-under-model.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type { PurchaseHistory } from "./purchase-histories.ts";

/** How the future is discounted. */
export interface DiscountOptions {
  /** Discount rate per year, e.g. 0.15, whatever the unit of the model. */
  readonly discountRate: number;
}

/**
 * DERT: the purchases a customer will ever make from now on, each counted for what it is worth today.
 *
 * A purchase after u years counts (1 + d)^−u; in BG/BB the next opportunity is discounted once. Times a value per purchase it is the
 * residual lifetime value without a horizon. The chance that he has already left is part of the figure.
 *
 * @param model - A fitted model of purchases, or a literal `{ kind, parameters, unit }`.
 * @param customer - `{ frequency, recency, T }` in the model's unit; with `covariates` if the model has coefficients.
 * @param options - `discountRate` per year. Without a discount (0) the sum may have no limit.
 * @returns Discounted number of purchases, at least 0.
 * @throws {@link DataError} if the history is impossible, or the rate is 0 and the expected purchases have no end.
 * @see Fader, Hardie & Lee (2005), "RFM and CLV: using iso-value curves", Journal of Marketing Research 42(4) (Pareto/NBD); Fader, Hardie &
 *   Shang (2010), equation 14 (BG/BB).
 *
 * @example
 * import { discountedExpectedResidualTransactions } from "clientele";
 *
 * const model = { kind: "pareto-nbd", parameters: { r: 0.553, alpha: 10.58, s: 0.606, beta: 11.67 }, unit: "week" } as const;
 * const customer = { frequency: 2, recency: 30.43, T: 38.86 };
 * discountedExpectedResidualTransactions(model, customer, { discountRate: 0.15 }); // => 6.515
 */
export function discountedExpectedResidualTransactions(
  model: Predictor<PurchaseModel>,
  customer: PurchaseHistory,
  options: DiscountOptions,
): number {
  checkNames("options", options, { discountRate: true } satisfies Record<keyof DiscountOptions, true>);
  checkNumber("discountRate", options.discountRate, { least: 0, most: 1 });
  const { kernel, parameters } = checkedKernel(model, customer);
  const { frequency, recency, T } = customer;
  const perYear = daysPerUnit("year") / daysPerUnit(model.unit);
  const rate = Math.log1p(options.discountRate) / perYear;
  const ifAlive = kernel.discountedPurchasesIfAlive(parameters, frequency, recency, T, rate);
  if (ifAlive === Number.POSITIVE_INFINITY) {
    const trouble =
      "Without a discount the expected purchases of this model have no limit, since a few customers never leave: pass a rate above 0.";
    throw invalidOption("discountRate", options.discountRate, trouble);
  }
  return logistic(-kernel.logOddsDead(parameters, frequency, recency, T)) * ifAlive;
}
