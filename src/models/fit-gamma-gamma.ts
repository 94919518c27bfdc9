import { frozen } from "../rows/frozen.ts";
import { concludeFit } from "./conclude-fit.ts";
import type { FittedModel, ModelWarning } from "./fitted-model.ts";
import type { GammaGammaParameters } from "./gamma-gamma.ts";
import { gammaGammaLikelihood } from "./gamma-gamma-likelihood.ts";
import { maximiseLikelihood } from "./maximise-likelihood.ts";
import { notEnoughData } from "./not-enough-data.ts";
import { type SpendCells, type SpendHistories, spendCells } from "./spend-cells.ts";

/** A fitted Gamma-Gamma model. */
export type GammaGammaModel = FittedModel<"gamma-gamma", GammaGammaParameters>;

/** The parameters in the order of the covariance. */
export const GAMMA_GAMMA_PARAMETERS = ["p", "q", "gamma"] as const;

/**
 * Fits the Gamma-Gamma model of spend per purchase by maximum likelihood.
 *
 * It uses the repeat customers whose repeat purchases cost something; the first purchase is left out, since `monetaryValue` leaves it out.
 *
 * @param customers - Summaries of the base, or any `{ unit, rows }` with rows `{ frequency, monetaryValue, weight? }`.
 * @returns The model: `parameters` `p` and `q` without unit, `gamma` in the money of the customers; covariance from the analytic Hessian;
 *   `customers` counts those used.
 * @throws {@link DataError} if a history is impossible, or fewer than three customers bought again for money, or all spent the same.
 * @see Fader & Hardie (2013), "The Gamma-Gamma model of monetary value", equation 1a.
 *
 * @example
 * import { fitGammaGamma, simulateTransactions, summarizeCustomers, transactionLog } from "clientele";
 *
 * const log = transactionLog(simulateTransactions({ customers: 500, from: "2024-01-01", until: "2025-12-31", seed: 1 }));
 * const spend = fitGammaGamma(summarizeCustomers(log));
 * spend.convergence.converged; // => true
 */
export function fitGammaGamma(customers: SpendHistories): GammaGammaModel {
  const cells = spendCells(customers);
  const sample = (every: number): SpendCells => spendCells(customers, every);
  const maximum = maximiseLikelihood(
    { rows: customers.rows.length, cells, sample },
    gammaGammaLikelihood,
    startOf(cells),
  );
  const conclusion = concludeFit(GAMMA_GAMMA_PARAMETERS, maximum);
  const infinite: ModelWarning[] = conclusion.parameters.q <= 1 ? [{ code: "infinite-mean-spend" }] : [];
  return frozen({
    kind: "gamma-gamma",
    version: 1,
    ...conclusion,
    customers: cells.customers,
    unit: customers.unit,
    asOf: customers.asOf ?? null,
    warnings: [...conclusion.warnings, ...infinite],
  });
}

const FEWEST_CUSTOMERS = 3;

function startOf({ size, frequency, total, weight }: SpendCells): number[] {
  if (size < FEWEST_CUSTOMERS) {
    throw notEnoughData(
      `Customers who bought a second time for money: ${size}. The spread of spend needs at least ${FEWEST_CUSTOMERS}.`,
    );
  }
  let money = 0;
  let purchases = 0;
  for (let i = 0; i < size; i++) {
    money += (weight[i] as number) * (total[i] as number);
    purchases += (weight[i] as number) * (frequency[i] as number);
  }
  return [Math.LN2, Math.LN2, Math.log(money / purchases)];
}
