import { betaQuantile } from "./beta-quantile.ts";

/**
 * The quantile of Student's t distribution: what t does not exceed with probability `p`, for any degrees of freedom above 0.
 *
 * ν ÷ (ν + t²) is Beta(ν/2, 1/2) distributed (Abramowitz & Stegun 26.7.1, 26.5.27).
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  const tail = Math.min(p, 1 - p);
  const { x, y } = betaQuantile(2 * tail, 1 - 2 * tail, degreesOfFreedom / 2, 1 / 2);
  const distance = Math.sqrt(degreesOfFreedom * (y / x));
  return p < 1 / 2 ? -distance : distance;
}
