import { frozen } from "../rows/frozen.ts";
import { concordanceOf } from "./concordance.ts";
import { coxBaseline } from "./cox-baseline.ts";
import { refuseCollinear, refuseConstants } from "./cox-check-design.ts";
import { hazardSteps } from "./cox-hazard-steps.ts";
import { type LooseFields, readCoxInput } from "./cox-input.ts";
import { coxLikelihood } from "./cox-likelihood.ts";
import { maximiseCox } from "./cox-maximum.ts";
import type { CoxModel } from "./cox-model.ts";
import { type CoxColumnOptions, type CoxOptions, type CoxSettings, checkedSettings } from "./cox-options.ts";
import { robustCovariance } from "./cox-robust.ts";
import { coxSample, linearPredictors } from "./cox-sample.ts";
import { coefficientTable, coxTests } from "./cox-table.ts";
import { coxWarnings, runawayColumns } from "./cox-warnings.ts";
import { designColumns } from "./design-matrix.ts";
import type { DurationColumns } from "./observed-durations.ts";
import { notEnoughDurations } from "./read-durations.ts";

/**
 * Fits Cox's proportional-hazards model: how covariates multiply the hazard of an event, such as a customer's leaving.
 *
 * A hazard ratio of 1.5 for `plan=Basic` says: of those still there, customers on Basic leave at 1.5 times the rate of the reference plan,
 * other covariates equal, at every age alike. Numbers enter as they are, booleans as 0 and 1, texts as one coefficient for each level but
 * the reference. Weights are frequencies unless `standardErrors` is `"robust"`; ties with weights are as in R's survival package. Times are
 * tied if they are equal to the last digit.
 *
 * @param rows - Rows `{ duration, event, entry?, weight? }` with the covariates among their fields.
 * @param options - `covariates`, and if wanted `strata`, `ties`, `level`, `standardErrors`, `invalid` and where `duration`, `event`, `entry`
 *   and `weight` stand.
 * @returns The model, frozen plain data: coefficients with hazard ratios and tests, concordance, baseline hazards, warnings.
 * @throws {@link DataError} with all faulty rows, without events, or if a covariate is the same in all rows or can be computed from others.
 * @see Cox (1972); Efron (1977); Breslow (1974); Lin & Wei (1989); Therneau & Grambsch (2000).
 *
 * @example
 * import { coxRegression } from "clientele";
 *
 * const tenures = [
 *   { duration: 3, event: true, plan: "Basic" },
 *   { duration: 5, event: true, plan: "Basic" },
 *   { duration: 7, event: false, plan: "Basic" },
 *   { duration: 4, event: true, plan: "Pro" },
 *   { duration: 9, event: false, plan: "Pro" },
 *   { duration: 12, event: false, plan: "Pro" },
 * ];
 * const model = coxRegression(tenures, { covariates: ["plan"] });
 * model.coefficients[0]; // => { name: "plan=Pro", coefficient: -0.8341, standardError: 1.2299, hazardRatio: 0.4343, … }
 * model.coefficients[0]?.upper; // => 4.838
 * model.warnings[0]?.code; // => "few-events"
 */
export function coxRegression<Row extends object>(rows: readonly Row[], options: CoxOptions<Row>): CoxModel;
/**
 * Fits Cox's proportional-hazards model to columns, for many rows: see the form for rows.
 *
 * @param columns - `{ duration, event, entry?, weight? }` and the covariates, typed arrays or lists of one length.
 * @param options - `covariates` (names of columns), and if wanted `strata` (a column), `ties`, `level`, `standardErrors` and `invalid`.
 * @returns The model, as for rows.
 * @throws {@link DataError} as for rows, and if the columns differ in length.
 *
 * @example
 * import { coxRegression } from "clientele";
 *
 * const columns = {
 *   duration: Float64Array.of(3, 5, 7, 4, 9, 12, 2, 8),
 *   event: Uint8Array.of(1, 1, 0, 1, 0, 0, 1, 1),
 *   seats: Float64Array.of(1, 2, 2, 1, 5, 3, 2, 4),
 * };
 * coxRegression(columns, { covariates: ["seats"] }).coefficients[0]?.hazardRatio; // => 0.3279
 */
export function coxRegression<Columns extends DurationColumns>(
  columns: Columns,
  options: CoxColumnOptions<Columns>,
): CoxModel;
export function coxRegression(data: unknown, options: CoxSettings & LooseFields): CoxModel {
  const settings = checkedSettings(options);
  const { ties, level, standardErrors } = settings;
  const input = readCoxInput(data, options, settings.invalid);
  const parts = input.covariates.map((covariate) => designColumns(covariate, input.kept));
  const design = parts.flatMap(({ columns }) => columns);
  const names = design.map(({ name }) => name);
  const { durations, kept, stratumOf: strata } = input;
  const sample = coxSample({ durations, kept, strata, strataCount: input.strata.length }, design);
  const events = sample.event.reduce((sum, event) => sum + event, 0);
  if (events === 0) {
    throw notEnoughDurations("", "No row has the event, so nothing can be learnt of what drives it.");
  }
  refuseConstants(sample, names);
  const start = coxLikelihood(sample, new Array<number>(design.length).fill(0), ties);
  refuseCollinear(start.information, names, weightOfEvents(sample));
  const maximum = maximiseCox(sample, ties, start);
  const eta = linearPredictors(sample, maximum.beta);
  const steps = hazardSteps(sample, eta, ties);
  const scaled =
    standardErrors === "robust"
      ? robustCovariance(sample, eta, steps, maximum.covariance)
      : maximum.covariance;
  const { scales } = sample;
  const covariance = scaled.map((row, a) =>
    row.map((value, b) => value / ((scales[a] as number) * (scales[b] as number))),
  );
  const beta = maximum.beta.map((value, c) => value / (scales[c] as number));
  const infinite = runawayColumns(maximum.runaway, design.length);
  const { converged, iterations, newtonDecrement } = maximum;
  return frozen({
    kind: "cox",
    version: 1,
    ties,
    standardErrors,
    level,
    covariates: parts.map(({ covariate }) => covariate),
    coefficients: coefficientTable(names, beta, covariance, infinite, level),
    covariance,
    logLikelihood: maximum.end.value,
    nullLogLikelihood: start.value,
    tests: coxTests(maximum, scaled),
    concordance: concordanceOf(sample, eta),
    means: sample.means,
    baseline: coxBaseline(sample, steps, input.strata),
    observations: sample.rows,
    events,
    skipped: input.skipped,
    convergence: { converged, iterations, newtonDecrement },
    warnings: coxWarnings(maximum, names, infinite, events),
  });
}

function weightOfEvents({
  event,
  weight,
}: {
  readonly event: Uint8Array;
  readonly weight: Float64Array;
}): number {
  let sum = 0;
  for (let i = 0; i < event.length; i++) sum += (event[i] as number) * (weight[i] as number);
  return sum;
}
