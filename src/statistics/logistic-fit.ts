import { chiSquareTail } from "../math/chi-square-tail.ts";
import type { Matrix } from "../math/symmetric-eigen.ts";
import { frozen } from "../rows/frozen.ts";
import { refuseCollinear, refuseConstants } from "./cox-check-design.ts";
import type { ChiSquareTest } from "./cox-model.ts";
import { runawayColumns } from "./cox-warnings.ts";
import { designColumns } from "./design-matrix.ts";
import { type LogisticInput, notEnoughRows } from "./logistic-input.ts";
import { logisticLikelihood } from "./logistic-likelihood.ts";
import { maximiseLogistic } from "./logistic-maximum.ts";
import type { LogisticModel } from "./logistic-model.ts";
import { type LogisticSettings, ridgeOf } from "./logistic-options.ts";
import { type LogisticSample, logisticSample } from "./logistic-sample.ts";
import { logisticTable, tested } from "./logistic-table.ts";
import { logisticWarnings } from "./logistic-warnings.ts";

/** Fits a logistic regression to what was read, with settings that were checked. */
export function fitLogistic(
  { covariates, outcome, weight, kept, skipped }: LogisticInput,
  { penalty, level }: Required<LogisticSettings>,
): LogisticModel {
  if (kept.length === 0) throw notEnoughRows("No row takes part, so there is nothing to learn from.");
  const events = kept.reduce((sum, row) => sum + (outcome[row] as number), 0);
  if (events === 0 || events === kept.length) {
    throw notEnoughRows("All rows have the same outcome, so nothing can be learnt of what drives it.");
  }
  const parts = covariates.map((covariate) => designColumns(covariate, kept));
  const design = parts.flatMap(({ columns }) => columns);
  const names = design.map(({ name }) => name);
  const sample = logisticSample(design, outcome, weight, kept);
  const ridge = ridgeOf(penalty);
  refuseConstants(sample, names);
  if (ridge === 0) refuseCopies(sample, names);
  const maximum = maximiseLogistic(sample, penalty);
  const { end, converged, iterations, newtonDecrement, runaway } = maximum;
  const infinite = runawayColumns(runaway?.slice(1) ?? null, names.length);
  const back = unscaling(sample);
  const beta = back.map((row) => dot(row, maximum.beta));
  const covariance = congruent(back, maximum.covariance);
  const nullLogLikelihood = loglikelihoodOfRate(sample);
  const deviance = -2 * end.logLikelihood;
  const held = maximum.covariance.reduce(
    (sum, row, c) => (c === 0 ? sum : sum + ridge * (row[c] as number)),
    0,
  );
  const effectiveParameters = names.length + 1 - held;
  const known = parts.map(({ covariate }) => covariate);
  const variance = runaway === null ? (covariance[0]?.[0] as number) : Number.NaN;
  return frozen<LogisticModel>({
    kind: "logistic",
    version: 1,
    penalty,
    level,
    covariates: known,
    intercept: tested(beta[0] as number, variance, level),
    coefficients: logisticTable(known, beta, covariance, infinite, level),
    covariance,
    logLikelihood: end.logLikelihood,
    penalisedLogLikelihood: end.value,
    nullLogLikelihood,
    deviance,
    nullDeviance: -2 * nullLogLikelihood,
    effectiveParameters,
    aic: deviance + 2 * effectiveParameters,
    bic: deviance + effectiveParameters * Math.log(sample.totalWeight),
    pseudoR2: 1 - end.logLikelihood / nullLogLikelihood,
    likelihoodRatio:
      penalty === "none" ? ratioTest(end.logLikelihood - nullLogLikelihood, names.length) : null,
    observations: kept.length,
    events,
    weight: sample.totalWeight,
    skipped,
    convergence: { converged, iterations, newtonDecrement },
    warnings: logisticWarnings(maximum, names, infinite, Math.min(events, kept.length - events)),
  });
}

/** Refuses covariates that can be computed from others, by the information without effects. */
function refuseCopies(sample: LogisticSample, names: readonly string[]): void {
  const { information } = logisticLikelihood(sample, new Array<number>(names.length + 1).fill(0), 0);
  refuseCollinear(
    information.slice(1).map((row) => row.slice(1)),
    names,
    0,
  );
}

/** The matrix that takes scaled coefficients back to the units of the covariates. */
function unscaling({ means, scales }: LogisticSample): Matrix {
  const first = [1, ...means.map((mean, c) => -mean / (scales[c] as number))];
  return [first, ...scales.map((scale, c) => first.map((_, j) => (j === c + 1 ? 1 / scale : 0)))];
}

/** J C Jᵀ, symmetric to the last digit. */
function congruent(jacobian: Matrix, matrix: Matrix): Matrix {
  const half = jacobian.map((row) => matrix.map((column) => dot(row, column)));
  return half.map((_, i) =>
    half.map((__, j) => dot(half[Math.max(i, j)] as number[], jacobian[Math.min(i, j)] as number[])),
  );
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, c) => sum + value * (right[c] as number), 0);
}

/** The log-likelihood if all had the overall rate. */
function loglikelihoodOfRate({ eventWeight, totalWeight }: LogisticSample): number {
  const rest = totalWeight - eventWeight;
  return eventWeight * Math.log(eventWeight / totalWeight) + rest * Math.log(rest / totalWeight);
}

function ratioTest(gain: number, degreesOfFreedom: number): ChiSquareTest {
  // Rounding can leave a little less than 0.
  const statistic = Math.max(0, 2 * gain);
  return { statistic, degreesOfFreedom, pValue: chiSquareTail(statistic, degreesOfFreedom) };
}
