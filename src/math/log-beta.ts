import { HALF_LOG_TWO_PI, logGamma, logGammaRatio, STIRLING_FROM, stirlingCorrection } from "./log-gamma.ts";

/** log of the beta function for a, b > 0, without the cancellation of large log-gammas. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (small < STIRLING_FROM) return logGamma(small) - logGammaRatio(large, small);
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) -
    (small - 0.5) * Math.log1p(large / small) -
    large * Math.log1p(small / large) +
    betaCorrection(a, b)
  );
}

/** What Stirling's formula leaves of log B(a, b). */
export function betaCorrection(a: number, b: number): number {
  return stirlingCorrection(a) + stirlingCorrection(b) - stirlingCorrection(a + b);
}
