import { quoted } from "../rows/issue.ts";
import { checkNames, checkNumber, checkOption, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "./confidence.ts";
import type { CoxBaseline, CoxBaselineRow, CoxModel, Stratum } from "./cox-model.ts";
import { type CovariateRow, checkCoxModel, covariatesOf, dot, varianceOf } from "./cox-predictor.ts";
import { rowsUntil } from "./survival-curve.ts";
import { NOTHING_KNOWN, type SurvivalEstimate, survivalEstimate } from "./survival-interval.ts";

/** Which part of a predicted curve is wanted, and how wide its intervals are. */
export interface CoxSurvivalOptions extends ConfidenceOptions {
  /** Times since the start, in the unit of the durations. Default: all times with events of the stratum. */
  readonly times?: readonly number[];
  /** Of a model with strata, the stratum of the customer. */
  readonly stratum?: Stratum;
}

/** One time of a predicted survival curve; beyond the last observed time all but the time is `null`. */
export interface PredictedSurvivalRow extends SurvivalEstimate {
  readonly time: number;
  /** Expected events up to and including the time, if they could come again and again; survival is e^−this. */
  readonly cumulativeHazard: number | null;
}

/** The survival curve that a Cox model predicts for given covariates. */
export interface PredictedSurvival {
  readonly kind: "cox-survival";
  /** Share of intervals that cover the true value, at one time. */
  readonly level: number;
  /** `null` for a model without strata. */
  readonly stratum: Stratum | null;
  /** The last time at which anybody of the stratum was observed: the model cannot see further. */
  readonly until: number;
  readonly rows: readonly PredictedSurvivalRow[];
}

/**
 * The survival curve of a customer with given covariates, by a Cox model.
 *
 * e^−(baseline hazard × hazard ratio), as R's `survfit` of a `coxph`: the baseline's ties are treated as the model's. Standard errors hold the
 * uncertainty of the baseline and of the coefficients; intervals are symmetric in the logarithm of the cumulative hazard. They are about the
 * curve of all such customers, not about when this one leaves.
 *
 * @param model - What `coxRegression` returned.
 * @param row - The customer's covariates, by name.
 * @param options - `times` (default: those with events), `stratum` (needed if the model has strata) and `level` (default: the model's).
 * @returns `{ kind, level, stratum, until, rows }` with rows `{ time, survival, standardError, lower, upper, cumulativeHazard }`.
 * @throws {@link DataError} if a covariate is missing or of an unknown level, or the stratum or a time is none.
 * @see Tsiatis (1981), Annals of Statistics 9(1); Therneau & Grambsch (2000), section 10.2.
 *
 * @example
 * import { coxRegression, coxSurvival } from "clientele";
 *
 * const duration = [3, 5, 7, 4, 9, 12, 2, 8];
 * const event = [1, 1, 0, 1, 0, 0, 1, 1];
 * const seats = [1, 2, 2, 1, 5, 3, 2, 4];
 * const model = coxRegression({ duration, event, seats }, { covariates: ["seats"] });
 * coxSurvival(model, { seats: 3 }, { times: [4] }).rows[0];
 * // => { time: 4, survival: 0.8764, standardError: 0.1383, lower: 0.2524, upper: 0.9874, cumulativeHazard: 0.1319 }
 */
export function coxSurvival(
  model: CoxModel,
  row: CovariateRow,
  options: CoxSurvivalOptions = {},
): PredictedSurvival {
  checkCoxModel(model);
  checkNames("options", options, { times: true, stratum: true, level: true } satisfies Record<
    keyof CoxSurvivalOptions,
    true
  >);
  const { times, level = model.level } = options;
  checkLevel(level);
  const baseline = baselineOf(model, options.stratum);
  const x = covariatesOf(model, row, "row").map((value, c) => value - (model.means[c] as number));
  const predict = predictor(model, x, standardErrorsOfLevel(level));
  const { stratum, until } = baseline;
  if (times === undefined) {
    return {
      kind: "cox-survival",
      level,
      stratum,
      until,
      rows: baseline.rows.map((at) => predict(at, at.time)),
    };
  }
  checkOption("times", times, Array.isArray(times) ? null : "This is no list of times.");
  const rows = times.map((time, i): PredictedSurvivalRow => {
    checkNumber(`times[${i}]`, time, { least: 0 });
    if (time > until) return { time, ...NOTHING_KNOWN, cumulativeHazard: null };
    return predict(baseline.rows[rowsUntil(baseline.rows, time) - 1], time);
  });
  return { kind: "cox-survival", level, stratum, until, rows };
}

function baselineOf({ baseline }: CoxModel, stratum: Stratum | undefined): CoxBaseline {
  const only = baseline[0];
  if (only?.stratum === null) {
    checkOption(
      "stratum",
      stratum,
      stratum === undefined ? null : "The model has no strata: leave this out.",
    );
    return only;
  }
  const found = baseline.find((each) => each.stratum === stratum);
  if (found !== undefined) return found;
  const known = baseline.map((each) => quoted(each.stratum)).join(", ");
  throw invalidOption("stratum", stratum, `Say in which stratum the customer is: there are ${known}.`);
}

/** Variance of the cumulative hazard: of the baseline, and of the coefficients through q. */
function predictor(
  model: CoxModel,
  x: readonly number[],
  z: number,
): (at: CoxBaselineRow | undefined, time: number) => PredictedSurvivalRow {
  const ratio = Math.exp(
    dot(
      x,
      model.coefficients.map(({ coefficient }) => coefficient),
    ),
  );
  return (at, time) => {
    if (at === undefined) {
      return { time, survival: 1, standardError: 0, lower: null, upper: null, cumulativeHazard: 0 };
    }
    const hazard = Math.min(at.cumulativeHazard * ratio, Number.MAX_VALUE);
    const q = x.map((value, c) => value * at.cumulativeHazard - (at.drift[c] as number));
    const spread = varianceOf(model, q);
    const survival = Math.exp(-hazard);
    const estimate =
      spread === null
        ? { ...NOTHING_KNOWN, survival }
        : survivalEstimate(survival, ratio * ratio * (at.variance + spread), { z, scale: "log-log" });
    return { time, ...estimate, cumulativeHazard: hazard };
  };
}
