import type { Objective } from "../math/trust-region-newton.ts";
import { frozen } from "../rows/frozen.ts";
import { type Conclusion, concludeFit } from "./conclude-fit.ts";
import type { FitOptions } from "./fit-options.ts";
import type { FittedModel, ModelWarning } from "./fitted-model.ts";
import { maximiseLikelihood } from "./maximise-likelihood.ts";
import { type PurchaseCells, purchaseCells } from "./purchase-cells.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";
import type { QuadraticPenalty } from "./quadratic-penalty.ts";

/** What a fit needs to know of a purchase model. */
export interface FitPlan<Name extends string> {
  /** The parameters in the order of the covariance. */
  readonly names: readonly Name[];
  readonly likelihood: (cells: PurchaseCells) => Objective;
  /** The default start, as logarithms: made for the data's own unit of time. */
  readonly start: (cells: PurchaseCells) => readonly number[];
  /** Further starts, for a likelihood that may have a second, lower top. */
  readonly otherStarts?: readonly (readonly number[])[];
  /** How histories become cells, for models that ask more of them. */
  readonly cellsOf?: (histories: PurchaseHistories, every?: number) => PurchaseCells;
}

/** A fit before it becomes a model of some kind. */
export interface PurchaseFit<Name extends string> {
  readonly conclusion: Conclusion<Name>;
  readonly cells: PurchaseCells;
  /** Whether priors or a penalty had a say. */
  readonly regularized: boolean;
}

/** Fits a purchase model by maximum likelihood, with priors and a penalty if there are any. */
export function fitPurchases<Name extends string>(
  customers: PurchaseHistories,
  { names, likelihood, start: startOf, cellsOf = purchaseCells, otherStarts = [] }: FitPlan<Name>,
  options: FitOptions<Name>,
): PurchaseFit<Name> {
  const cells = cellsOf(customers);
  const start = startOf(cells);
  const sample = (every: number): PurchaseCells => cellsOf(customers, every);
  const data = { rows: customers.rows.length, cells, sample };
  const penalty = penaltyOf(options, names, start);
  const maximum = maximiseLikelihood(data, likelihood, start, { penalty, otherStarts });
  return { conclusion: concludeFit(names, maximum), cells, regularized: penalty !== null };
}

/** Priors and penalty as one quadratic in the coordinates of the search; `null` if there are none. */
export function penaltyOf<Name extends string>(
  { priors = {}, penalty = 0 }: FitOptions<Name>,
  names: readonly Name[],
  start: readonly number[],
): QuadraticPenalty | null {
  if (penalty === 0 && Object.values(priors).every((prior) => prior === undefined)) return null;
  const centre = [...start];
  const weight = start.map(() => penalty);
  names.forEach((name, i) => {
    const prior = (priors as FitOptions["priors"])?.[name];
    if (prior === undefined) return;
    centre[i] = Math.log(prior.median);
    weight[i] = prior.spread ** -2;
  });
  return { centre, weight };
}

/** The model that a fit is the core of. */
export function purchaseModel<Kind extends string, Name extends string, Parameters>(
  kind: Kind,
  parameters: Parameters,
  customers: PurchaseHistories,
  { conclusion, cells, regularized }: PurchaseFit<Name>,
  furtherWarnings: readonly ModelWarning[] = [],
): FittedModel<Kind, Parameters> {
  const { coefficients, covariance, logLikelihood, convergence, warnings } = conclusion;
  return frozen({
    kind,
    version: 1,
    parameters,
    ...(coefficients === undefined ? {} : { coefficients }),
    ...(regularized ? { regularized } : {}),
    covariance,
    logLikelihood,
    customers: cells.customers,
    unit: customers.unit,
    asOf: customers.asOf ?? null,
    convergence,
    warnings: [...warnings, ...furtherWarnings],
  });
}
