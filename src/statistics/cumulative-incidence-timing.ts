import type { CauseCurve } from "./cumulative-incidence-curves.ts";
import { incidenceEstimate, type KnownIncidence } from "./cumulative-incidence-interval.ts";

/** The share of those whom a cause takes within the time observed that it has taken by a time. */
export type TimingStep = KnownIncidence & { readonly time: number };

/**
 * When a cause strikes, among those whom it strikes within the time observed: its incidence F divided by its last one, L.
 *
 * The delta method, with the covariance of F and L = variance of F + (L − F) · `curve.covariance`, gives the variance of R = F ÷ L:
 * (V(F) − 2·R·Cov(F, L) + R²·V(L)) ÷ L². Without censoring this is R · (1 − R) ÷ events.
 */
export function timingOfCause(
  { times, incidence, variance, covariance }: CauseCurve,
  z: number,
): TimingStep[] {
  const last = incidence.at(-1) ?? 0;
  const lastVariance = variance.at(-1) ?? 0;
  return times.map((time, k) => {
    const share = incidence[k] as number;
    const own = variance[k] as number;
    const ratio = share / last;
    const shared = own + (last - share) * (covariance[k] as number);
    const spread = (own - 2 * ratio * shared + ratio * ratio * lastVariance) / (last * last);
    return { time, ...incidenceEstimate(ratio, Math.max(0, spread), z) };
  });
}
