import { logistic } from "../math/log-odds.ts";
import { fitLogistic } from "./logistic-fit.ts";

/** Whether probabilities are right on the whole, and spread as they should; what cannot be told is `null`. */
export interface CalibrationLine {
  /** What must be added to all log odds so that as many outcomes are foretold as came: 0 is right, below 0 says probabilities were too high. */
  readonly intercept: number | null;
  readonly interceptStandardError: number | null;
  /** By what log odds should be multiplied (with an intercept of its own): 1 is right, below 1 says they were too extreme, near 0 that they say nothing. */
  readonly slope: number | null;
  readonly slopeStandardError: number | null;
}

const UNKNOWN: CalibrationLine = {
  intercept: null,
  interceptStandardError: null,
  slope: null,
  slopeStandardError: null,
};

/** Cox's (1958) calibration: outcomes regressed on the log odds that were foretold. Unknown with a probability of 0 or 1, or one outcome only. */
export function calibrationLine(probabilities: Float64Array, outcomes: Uint8Array): CalibrationLine {
  const count = outcomes.length;
  const events = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const sure = probabilities.some((p) => p === 0 || p === 1);
  if (sure || events === 0 || events === count) return UNKNOWN;
  const logOdds = probabilities.map((p) => Math.log(p / (1 - p)));
  return { ...interceptOf(logOdds, events), ...slopeOf(logOdds, outcomes) };
}

const MAX_STEPS = 100;

/** The intercept beside a slope of 1: Newton's steps, no longer than 1, on a sum that rises with the intercept. */
function interceptOf(
  logOdds: Float64Array,
  events: number,
): Pick<CalibrationLine, "intercept" | "interceptStandardError"> {
  let intercept = 0;
  for (let k = 0; ; k++) {
    let foretold = 0;
    let curvature = 0;
    for (let i = 0; i < logOdds.length; i++) {
      const eta = intercept + (logOdds[i] as number);
      const p = logistic(eta);
      foretold += p;
      curvature += p * logistic(-eta);
    }
    const step = Math.max(-1, Math.min(1, (events - foretold) / curvature));
    intercept += step;
    if (Math.abs(step) < 1e-12 || k === MAX_STEPS) {
      return { intercept, interceptStandardError: 1 / Math.sqrt(curvature) };
    }
  }
}

function slopeOf(
  logOdds: Float64Array,
  outcomes: Uint8Array,
): Pick<CalibrationLine, "slope" | "slopeStandardError"> {
  if (logOdds.every((value) => value === logOdds[0])) return { slope: null, slopeStandardError: null };
  const covariates = [{ name: "logOdds", reference: null, values: logOdds, levels: null }];
  const kept = Int32Array.from(logOdds, (_, i) => i);
  const weight = new Float64Array(logOdds.length).fill(1);
  const settings = { penalty: "none", level: 0.95, invalid: "throw" } as const;
  const { coefficients } = fitLogistic({ covariates, outcome: outcomes, weight, kept, skipped: 0 }, settings);
  const slopeStandardError = coefficients[0]?.standardError ?? null;
  return {
    slope: slopeStandardError === null ? null : (coefficients[0]?.estimate ?? null),
    slopeStandardError,
  };
}
