import type { BgNbdParameters } from "./bg-nbd.ts";
import { bgNbdLikelihood } from "./bg-nbd-likelihood.ts";
import { concludeFit } from "./conclude-fit.ts";
import type { FittedModel, ModelWarning } from "./fitted-model.ts";
import { frozen } from "./frozen.ts";
import { maximiseLikelihood } from "./maximise-likelihood.ts";
import { notEnoughData } from "./not-enough-data.ts";
import { type PurchaseCells, purchaseCells } from "./purchase-cells.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** A fitted BG/NBD model. */
export type BgNbdModel = FittedModel<"bg-nbd", BgNbdParameters>;

/** The parameters in the order of the covariance. */
export const BG_NBD_PARAMETERS = ["r", "alpha", "a", "b"] as const;

/**
 * Fits the BG/NBD model to a customer base by maximum likelihood.
 *
 * It assumes that customers buy at random with steady rates of their own until, after some purchase, they leave unseen. Every one-time
 * buyer is alive for sure under this model, which `warnings` says. Time of fitting depends on the number of distinct histories.
 *
 * @param customers - Summaries of the base, or any `{ unit, rows }` with rows `{ frequency, recency, T, weight? }` in that unit.
 * @returns The model: `parameters` `r` and `a`, `b` without unit, `alpha` in the unit of the customers; their covariance from the analytic
 *   Hessian; log-likelihood; convergence and warnings as data.
 * @throws {@link DataError} if a history is impossible, or nobody bought a second time.
 * @see Fader, Hardie & Lee (2005), "Counting your customers the easy way", Marketing Science 24(2), equation 6.
 *
 * @example
 * import { fitBgNbd, simulateTransactions, summarizeCustomers, transactionLog } from "clientele";
 *
 * const log = transactionLog(simulateTransactions({ customers: 500, from: "2024-01-01", until: "2025-12-31", seed: 1 }));
 * const model = fitBgNbd(summarizeCustomers(log, { unit: "week" }));
 * model.convergence.converged; // => true
 */
export function fitBgNbd(customers: PurchaseHistories): BgNbdModel {
  const cells = purchaseCells(customers);
  const sample = (every: number): PurchaseCells => purchaseCells(customers, every);
  const data = { rows: customers.rows.length, cells, sample };
  const maximum = maximiseLikelihood(data, bgNbdLikelihood, startOf(cells));
  const conclusion = concludeFit(BG_NBD_PARAMETERS, maximum);
  const warnings = [...conclusion.warnings, ...oneTimeBuyers(cells)];
  return frozen({
    kind: "bg-nbd",
    version: 1,
    ...conclusion,
    customers: cells.customers,
    unit: customers.unit,
    asOf: customers.asOf ?? null,
    warnings,
  });
}

/** A start in the data's own unit of time: a rate of purchases that fits, and an average dropout of a third. */
function startOf(cells: PurchaseCells): number[] {
  let purchases = 0;
  let activeTime = 0;
  for (let i = 0; i < cells.size; i++) {
    const weight = cells.weight[i] as number;
    purchases += weight * (cells.frequency[i] as number);
    activeTime += weight * (cells.times[cells.recencyAt[i] as number] as number);
  }
  if (purchases === 0)
    throw notEnoughData(
      "No customer bought a second time, so there is nothing to learn a rate of purchases from.",
    );
  if (activeTime === 0)
    throw notEnoughData(
      "All purchases of each customer fall on one day, so there is no time between purchases.",
    );
  return [0, Math.log(activeTime / purchases), 0, Math.log(2)];
}

function oneTimeBuyers({ frequency, weight, size }: PurchaseCells): ModelWarning[] {
  let customers = 0;
  for (let i = 0; i < size && frequency[i] === 0; i++) customers += weight[i] as number;
  return customers > 0 ? [{ code: "one-time-buyers-always-alive", customers }] : [];
}
