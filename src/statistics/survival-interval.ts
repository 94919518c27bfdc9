/** On which scale the interval of a survival probability is symmetric. */
export type SurvivalIntervalScale = "log-log" | "log" | "plain";

/** The scales, for checking options. */
export const SURVIVAL_INTERVAL_SCALES: readonly SurvivalIntervalScale[] = ["log-log", "log", "plain"];

/** A survival probability with what is known of its error. */
export interface SurvivalEstimate {
  /** Share that survives, from 0 to 1; `null` where the data do not reach. */
  readonly survival: number | null;
  /** Greenwood's standard error; `null` where the survival is 0, since the formula has no value there. */
  readonly standardError: number | null;
  /** Lower limit of the pointwise interval; `null` where the survival is 0 or 1. */
  readonly lower: number | null;
  /** Upper limit of the pointwise interval; `null` where the survival is 0 or 1. */
  readonly upper: number | null;
}

/** Beyond the data. */
export const NOTHING_KNOWN: SurvivalEstimate = {
  survival: null,
  standardError: null,
  lower: null,
  upper: null,
};

/** How wide and on which scale intervals are. */
export interface SurvivalIntervalShape {
  /** The normal quantile of the level. */
  readonly z: number;
  readonly scale: SurvivalIntervalScale;
}

/**
 * Standard error and interval of a survival probability with Greenwood's sum, clipped to [0, 1].
 *
 * Kalbfleisch & Prentice (1980), section 1.3, for log-log.
 */
export function survivalEstimate(
  survival: number,
  greenwood: number,
  { z, scale }: SurvivalIntervalShape,
): SurvivalEstimate {
  if (survival === 0) return { survival, standardError: null, lower: null, upper: null };
  const relative = Math.sqrt(greenwood);
  const standardError = survival * relative;
  if (survival === 1) return { survival, standardError, lower: null, upper: null };
  if (scale === "plain") {
    const lower = Math.max(0, survival - z * standardError);
    return { survival, standardError, lower, upper: Math.min(1, survival + z * standardError) };
  }
  if (scale === "log") {
    const factor = Math.exp(z * relative);
    return { survival, standardError, lower: survival / factor, upper: Math.min(1, survival * factor) };
  }
  const hazard = -Math.log(survival);
  const factor = Math.exp((z * relative) / hazard);
  return {
    survival,
    standardError,
    lower: Math.exp(-hazard * factor),
    upper: Math.exp(-hazard / factor),
  };
}
