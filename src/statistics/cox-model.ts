import type { Concordance } from "./concordance.ts";
import type { CoxCovariate } from "./cox-covariates.ts";
import type { CoxTies } from "./cox-ties.ts";

/** What keeps strata apart: a value of a row. */
export type Stratum = string | number | boolean;

/** What one covariate, or one level of it, does to the hazard; what the data do not tell is `null`. */
export interface CoxCoefficient {
  /** The covariate, or `covariate=level` beside the reference level. */
  readonly name: string;
  /** By how much one unit more moves the logarithm of the hazard. */
  readonly coefficient: number;
  readonly standardError: number | null;
  /** e^coefficient: what one unit more multiplies the hazard by. No larger than the largest double. */
  readonly hazardRatio: number;
  /** Limits of the interval of the hazard ratio. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Coefficient in standard errors. */
  readonly z: number | null;
  /** How probable a coefficient at least so far from 0 would be, by chance, if the covariate had no effect. */
  readonly pValue: number | null;
}

/** A chi-square test. */
export interface ChiSquareTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/** Three tests of whether any covariate has an effect; they agree for many events. */
export interface CoxTests {
  /** Twice the gain in log-likelihood. */
  readonly likelihoodRatio: ChiSquareTest;
  /** Coefficients in standard errors; `null` where a coefficient runs to infinity, or robust errors of few rows do not allow it. */
  readonly wald: ChiSquareTest | null;
  /** Slope of the likelihood at coefficients of 0; for one binary covariate without ties the log-rank test. */
  readonly score: ChiSquareTest;
}

/** The baseline hazard after an event, for covariates at their `means`. */
export interface CoxBaselineRow {
  readonly time: number;
  /** Rows at risk at the time. */
  readonly atRisk: number;
  /** Rows with the event at the time. */
  readonly events: number;
  /** Expected events of somebody with covariates at their means, up to and including the time; survival is e^−this. */
  readonly cumulativeHazard: number;
  /** Its variance, the coefficients taken as known. */
  readonly variance: number;
  /** For each coefficient Σ hazard increment × (mean covariate of those at risk − overall mean), for errors of predictions. */
  readonly drift: readonly number[];
}

/** The baseline hazard of a stratum: a row for each time with events, ascending. */
export interface CoxBaseline {
  /** `null` for a model without strata. */
  readonly stratum: Stratum | null;
  /** The last time at which anybody was observed. */
  readonly until: number;
  readonly rows: readonly CoxBaselineRow[];
}

/** How the search for the coefficients ended. */
export interface CoxConvergence {
  readonly converged: boolean;
  readonly iterations: number;
  /** How far the last step was to go, in standard errors. */
  readonly newtonDecrement: number;
}

/** A doubt about a model. */
export interface CoxWarning {
  /**
   * `"monotone-likelihood"`: some covariates foretell events without fail, so their coefficients run to infinity. `"few-events"`: fewer than
   * five events for each coefficient. `"not-converged"`: the search gave up.
   */
  readonly code: "monotone-likelihood" | "few-events" | "not-converged";
  /** The coefficients it is about. */
  readonly covariates: readonly string[];
  readonly message: string;
}

/** A fitted proportional-hazards model: plain data, frozen, that survives JSON. */
export interface CoxModel {
  readonly kind: "cox";
  readonly version: 1;
  readonly ties: CoxTies;
  /** Whose errors `covariance` holds: of the model, or robust ones. */
  readonly standardErrors: "model" | "robust";
  /** Share of intervals that cover the true value. */
  readonly level: number;
  readonly covariates: readonly CoxCovariate[];
  readonly coefficients: readonly CoxCoefficient[];
  /** Of the coefficients, in their order. */
  readonly covariance: readonly (readonly number[])[];
  /** Log partial likelihood. */
  readonly logLikelihood: number;
  /** The same with all coefficients 0. */
  readonly nullLogLikelihood: number;
  readonly tests: CoxTests;
  readonly concordance: Concordance;
  /** Weighted mean of each coefficient's covariate: whom `baseline` is about. */
  readonly means: readonly number[];
  /** One for each stratum. */
  readonly baseline: readonly CoxBaseline[];
  /** Rows that took part, and those of them with the event. */
  readonly observations: number;
  readonly events: number;
  /** Rows left out because a covariate was missing or could not be used. */
  readonly skipped: number;
  readonly convergence: CoxConvergence;
  readonly warnings: readonly CoxWarning[];
}
