import type { IncidenceEstimate } from "./cumulative-incidence-result.ts";

/** An incidence that is known, with its error. */
export type KnownIncidence = IncidenceEstimate & { readonly incidence: number };

/**
 * Standard error and interval of an incidence, symmetric on the scale log(−log(1 − incidence)).
 *
 * It is that of Kaplan–Meier's log-log interval, so that the two agree where there is one cause.
 */
export function incidenceEstimate(incidence: number, variance: number, z: number): KnownIncidence {
  if (incidence >= 1) return { incidence, standardError: null, lower: null, upper: null };
  const standardError = Math.sqrt(variance);
  const hazard = -Math.log1p(-incidence);
  const factor = Math.exp((z * standardError) / ((1 - incidence) * hazard));
  const lower = -Math.expm1(-hazard / factor);
  return { incidence, standardError, lower, upper: -Math.expm1(-hazard * factor) };
}
