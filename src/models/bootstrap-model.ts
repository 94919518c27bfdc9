import { quantile } from "../math/quantile.ts";
import { seededRandom } from "../math/random.ts";
import { DataError } from "../rows/data-error.ts";
import { checkNames, checkNumber, invalidOption } from "../rows/options.ts";
import { checkLevel, type Interval } from "../statistics/confidence.ts";
import { checkBase } from "./check-base.ts";
import { checkUnit } from "./check-unit.ts";
import { checkWholeWeights } from "./check-whole-weights.ts";
import { drawHistories } from "./draw-histories.ts";
import { checkFitOptions, type FitOptions } from "./fit-options.ts";
import { logEstimates } from "./log-estimates.ts";
import { type Model, PARAMETER_NAMES, type Predictor, type PurchaseModel } from "./models.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";
import { kernelOf } from "./purchase-kernels.ts";
import { refit } from "./refit.ts";
import { refuseFaultyHistories } from "./refuse-faulty-histories.ts";

/** How to draw and judge the replicates; `priors` and `penalty` are those of the fit, if it had any. */
export interface BootstrapOptions extends FitOptions {
  /** The same seed gives the same replicates on every machine: a whole number. */
  readonly seed: number;
  /** How many bases to draw and fit, at least 2. Default 200; limits of intervals want 1000. */
  readonly replicates?: number;
  /** Share of such intervals that cover the true value, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** What fits to bases drawn from a model found; per parameter, and per coefficient under a name such as `alpha.newsletter`. */
export interface Bootstrap {
  /** The estimates of each replicate, in the parameters' units. */
  readonly replicates: readonly Readonly<Record<string, number>>[];
  /** Standard deviations over the replicates; `null` if fewer than two could be fitted. */
  readonly standardErrors: Readonly<Record<string, number | null>>;
  /** Percentile intervals; `null` if no replicate could be fitted. */
  readonly intervals: Readonly<Record<string, Interval | null>>;
  /** Replicates left out, since they could not be fitted (nobody bought twice, say) or the search was given up. */
  readonly failures: number;
  /** Replicates kept although they do not determine the parameters; if there are many, standard errors say little. */
  readonly notIdentified: number;
}

/**
 * The parametric bootstrap of a model: how much its estimates would vary, were the same customers drawn again from the model itself.
 *
 * It asks nothing of the shape of the likelihood, so it serves small bases and models whose covariance is `null`. Each replicate draws a new
 * history for every customer at his age (and covariates) and is fitted like the model. The k of regular buyers stays.
 *
 * @param model - A fitted model of purchases, or a literal `{ kind, parameters, unit }`.
 * @param customers - The base it was fitted to, in the model's unit; of the rows only `T`, `weight` (whole numbers) and `covariates` are used.
 * @param options - `seed`; `replicates`, default 200; `level`, default 0.95; `priors` and `penalty` as in the fit.
 * @returns `{ replicates, standardErrors, intervals, failures, notIdentified }`, plain data.
 * @throws {@link DataError} if a row cannot be, a weight is not whole, or the model had priors or a penalty and none are passed.
 * @see Efron & Tibshirani (1993), "An introduction to the bootstrap", sections 6.5 and 13.3.
 *
 * @example
 * import { bootstrapModel, fitBgNbd, simulateHistories } from "clientele";
 *
 * const truth = { kind: "bg-nbd", parameters: { r: 0.8, alpha: 10, a: 0.8, b: 2.4 }, unit: "week" } as const;
 * const customers = simulateHistories(truth, { ages: Array.from({ length: 400 }, () => 78), seed: 1 });
 * const { replicates, failures } = bootstrapModel(fitBgNbd(customers), customers, { replicates: 20, seed: 2 });
 * replicates.length + failures; // => 20
 */
export function bootstrapModel(
  model: Predictor<PurchaseModel> & Partial<Pick<Model, "regularized">>,
  customers: PurchaseHistories,
  options: BootstrapOptions,
): Bootstrap {
  kernelOf(model);
  checkNames("options", options, NAMES);
  const { seed, replicates: wanted = 200, level = 0.95, priors, penalty } = options;
  checkNumber("seed", seed, { whole: true });
  checkNumber("replicates", wanted, { least: 2, whole: true });
  checkLevel(level);
  const fitOptions = {
    ...(priors === undefined ? {} : { priors }),
    ...(penalty === undefined ? {} : { penalty }),
  };
  checkFitOptions(fitOptions, PARAMETER_NAMES[model.kind]);
  if (model.regularized === true && Object.keys(fitOptions).length === 0)
    throw invalidOption("options.priors", null, PASS_PRIORS);
  checkBase(customers);
  checkUnit(model, customers.unit);
  refuseFaultyHistories(model, customers.rows);

  checkWholeWeights(customers.rows);
  const base = customers.rows.flatMap((row) => Array.from({ length: row.weight ?? 1 }, () => row));
  const random = seededRandom(seed);
  const replicates: Record<string, number>[] = [];
  let notIdentified = 0;
  for (let i = 0; i < wanted; i++) {
    const rows = drawHistories(model, base, random);
    const again = fitOrNull(model, { unit: model.unit, rows }, fitOptions);
    if (again === null) continue;
    replicates.push(estimatesOf(again));
    if (again.warnings.some(({ code }) => code === "not-identified")) notIdentified += 1;
  }
  const { labels } = logEstimates(model);
  const columns = labels.map((label) => [label, replicates.map((row) => row[label] as number)] as const);
  return {
    replicates,
    standardErrors: Object.fromEntries(columns.map(([label, values]) => [label, deviation(values)])),
    intervals: Object.fromEntries(columns.map(([label, values]) => [label, percentiles(values, level)])),
    failures: wanted - replicates.length,
    notIdentified,
  };
}

const NAMES = {
  seed: true,
  replicates: true,
  level: true,
  priors: true,
  penalty: true,
} satisfies Record<keyof BootstrapOptions, true>;

const PASS_PRIORS =
  "The model was fitted with priors or a penalty, which it does not record: pass them here again.";

/** The fit to a replicate; `null` if it cannot be fitted or the search was given up. */
function fitOrNull(
  model: Predictor<PurchaseModel>,
  customers: PurchaseHistories,
  options: FitOptions,
): PurchaseModel | null {
  try {
    const again = refit(model, customers, options);
    return again.convergence.converged ? again : null;
  } catch (error) {
    if (error instanceof DataError && error.byCode.not_enough_data === error.total) return null;
    throw error;
  }
}

function estimatesOf({ parameters, coefficients = [], kind }: PurchaseModel): Record<string, number> {
  const values: Readonly<Record<string, number>> = { ...parameters };
  const effects = coefficients.map(
    ({ parameter, covariate, value }) => [`${parameter}.${covariate}`, value] as const,
  );
  const own = PARAMETER_NAMES[kind].map((name) => [name, values[name] as number] as const);
  return Object.fromEntries([...own, ...effects]);
}

function deviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function percentiles(values: readonly number[], level: number): Interval | null {
  const ascending = [...values].sort((left, right) => left - right);
  const lower = quantile(ascending, (1 - level) / 2);
  const upper = quantile(ascending, (1 + level) / 2);
  return lower === null || upper === null ? null : { lower, upper };
}
