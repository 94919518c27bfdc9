import { logGamma } from "../math/log-gamma.ts";
import { checkNames, checkNumber } from "../rows/options.ts";
import { betaGeometricStart } from "./activity.ts";
import { BETA_GEOMETRIC_PARAMETERS, oneTimeBuyersAlwaysAlive } from "./beta-geometric-fit.ts";
import { bgNbdLikelihood, mbgNbdLikelihood } from "./beta-geometric-likelihood.ts";
import type { CnbdKParameters } from "./cnbd-k.ts";
import { cnbdKLikelihood } from "./cnbd-k-likelihood.ts";
import { checkFitOptions, FIT_OPTION_NAMES, type FitOptions } from "./fit-options.ts";
import { fitPurchases, type PurchaseFit, purchaseModel } from "./fit-purchase-model.ts";
import type { FittedModel } from "./fitted-model.ts";
import { notEnoughData } from "./not-enough-data.ts";
import { type PurchaseCells, purchaseCells } from "./purchase-cells.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** A fitted BG/CNBD-k model. */
export type BgCnbdKModel = FittedModel<"bg-cnbd-k", CnbdKParameters>;

/** A fitted MBG/CNBD-k model. */
export type MbgCnbdKModel = FittedModel<"mbg-cnbd-k", CnbdKParameters>;

/** How to fit a model of regular buyers. */
export interface CnbdKFitOptions extends FitOptions<"r" | "alpha" | "a" | "b"> {
  /** Regularity, a whole number from 1 (random) to 100. Default: the one with the highest likelihood among 1 to 20. */
  readonly k?: number;
}

/**
 * Fits the MBG/CNBD-k model to a customer base by maximum likelihood: MBG/NBD for customers who buy at regular intervals.
 *
 * Each customer's times between purchases are Erlang-k; k is one whole number for the base, 1 meaning random times. A regular buyer who is
 * overdue is known to have left much sooner than a random one.
 *
 * @param customers - Summaries made with `{ intervals: true }`, or any `{ unit, rows }` with rows `{ frequency, recency, T, sumLogIntervals,
 *   weight? }` in that unit.
 * @param options - `k`, `priors` and `penalty`.
 * @returns The model: `parameters` `k`, `r`, `a`, `b` without unit, `alpha` in the unit of the customers. The covariance is that of
 *   `r, alpha, a, b` for the k chosen. The log-likelihood compares with that of MBG/NBD and BG/NBD.
 * @throws {@link DataError} if a history is impossible or lacks `sumLogIntervals`, or nobody bought a second time.
 * @see Platzer & Reutterer (2016), Marketing Science 35(5); Reutterer, Platzer & Schröder (2021), IJRM 38(1).
 *
 * @example
 * import { fitMbgCnbdK, simulateTransactions, summarizeCustomers, transactionLog } from "clientele";
 *
 * const log = transactionLog(simulateTransactions({ customers: 500, from: "2024-01-01", until: "2025-12-31", seed: 1 }));
 * const model = fitMbgCnbdK(summarizeCustomers(log, { unit: "week", intervals: true }));
 * model.parameters.k; // => 1
 */
export function fitMbgCnbdK(customers: PurchaseHistories, options: CnbdKFitOptions = {}): MbgCnbdKModel {
  const { fit, parameters } = fitCnbdK(customers, options, 1);
  return purchaseModel("mbg-cnbd-k", parameters, customers, fit);
}

/**
 * Fits the BG/CNBD-k model to a customer base by maximum likelihood: BG/NBD for customers who buy at regular intervals.
 *
 * As MBG/CNBD-k, but nobody leaves before his first repeat purchase: every one-time buyer is alive for sure.
 *
 * @param customers - Summaries made with `{ intervals: true }`, or any `{ unit, rows }` with rows `{ frequency, recency, T, sumLogIntervals,
 *   weight? }` in that unit.
 * @param options - `k`, `priors` and `penalty`.
 * @returns The model: `parameters` `k`, `r`, `a`, `b` without unit, `alpha` in the unit of the customers. The covariance is that of
 *   `r, alpha, a, b` for the k chosen.
 * @throws {@link DataError} if a history is impossible or lacks `sumLogIntervals`, or nobody bought a second time.
 * @see Reutterer, Platzer & Schröder (2021), "Leveraging purchase regularity for predicting customer behavior the easy way", IJRM 38(1).
 *
 * @example
 * import { fitBgCnbdK, simulateTransactions, summarizeCustomers, transactionLog } from "clientele";
 *
 * const log = transactionLog(simulateTransactions({ customers: 500, from: "2024-01-01", until: "2025-12-31", seed: 1 }));
 * const model = fitBgCnbdK(summarizeCustomers(log, { unit: "week", intervals: true }), { k: 2 });
 * model.parameters.k; // => 2
 */
export function fitBgCnbdK(customers: PurchaseHistories, options: CnbdKFitOptions = {}): BgCnbdKModel {
  const { fit, parameters } = fitCnbdK(customers, options, 0);
  const warnings = oneTimeBuyersAlwaysAlive(fit.cells);
  return purchaseModel("bg-cnbd-k", parameters, customers, fit, warnings);
}

interface CnbdKFit {
  readonly fit: PurchaseFit<"r" | "alpha" | "a" | "b">;
  readonly parameters: CnbdKParameters;
}

function fitCnbdK(customers: PurchaseHistories, options: CnbdKFitOptions, early: 0 | 1): CnbdKFit {
  checkNames("options", options, OPTIONS);
  checkFitOptions(options, BETA_GEOMETRIC_PARAMETERS);
  const cells = purchaseCells(customers);
  if (options.k !== undefined) {
    checkNumber("k", options.k, { least: 1, most: MOST_REGULAR, whole: true });
    return fitForK(customers, cells, options, early, options.k);
  }
  let best = fitForK(customers, cells, options, early, 1);
  let worse = 0;
  // The likelihood rises with k to its top and falls beyond; two falls in a row are no accident of a search.
  for (let k = 2; k <= MOST_TRIED && worse < 2; k++) {
    const next = fitForK(customers, cells, options, early, k);
    if (next.fit.conclusion.logLikelihood > best.fit.conclusion.logLikelihood) {
      best = next;
      worse = 0;
    } else worse += 1;
  }
  return best;
}

const MOST_TRIED = 20;
const MOST_REGULAR = 100;
const OPTIONS = { ...FIT_OPTION_NAMES, k: true } satisfies Record<keyof CnbdKFitOptions, true>;

function fitForK(
  customers: PurchaseHistories,
  cells: PurchaseCells,
  options: CnbdKFitOptions,
  early: 0 | 1,
  k: number,
): CnbdKFit {
  const random = early === 0 ? bgNbdLikelihood : mbgNbdLikelihood;
  const plan = {
    names: BETA_GEOMETRIC_PARAMETERS,
    likelihood: k === 1 ? random : (some: PurchaseCells) => cnbdKLikelihood(some, k, early),
    start: () => betaGeometricStart(cells, k),
    // The cells are the same for all k.
    cellsOf: (histories: PurchaseHistories, every?: number) =>
      every === undefined ? cells : purchaseCells(histories, every),
  };
  const { conclusion, regularized } = fitPurchases(customers, plan, options);
  const logLikelihood = conclusion.logLikelihood + timingLogLikelihood(cells, k);
  const parameters = { k, ...conclusion.parameters };
  return { fit: { cells, conclusion: { ...conclusion, logLikelihood }, regularized }, parameters };
}

/** (k−1)·Σ ln(times between purchases) − Σ x·ln Γ(k): how well times so regular fit those seen; it depends on k alone. */
function timingLogLikelihood({ sumLogIntervals, frequency, weight, size }: PurchaseCells, k: number): number {
  if (k === 1) return 0;
  if (sumLogIntervals === null) {
    throw notEnoughData(
      "To judge the regularity of purchases, every customer with repeat purchases needs a finite sumLogIntervals: use summarizeCustomers(log, { intervals: true }), which counts purchase days.",
    );
  }
  let purchases = 0;
  for (let i = 0; i < size; i++) purchases += (weight[i] as number) * (frequency[i] as number);
  return (k - 1) * sumLogIntervals - purchases * logGamma(k);
}
