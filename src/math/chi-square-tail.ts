import { regularizedGamma } from "./incomplete-gamma.ts";

/** The probability that a chi-square variable exceeds a statistic: the p-value of a likelihood-ratio test. */
export function chiSquareTail(statistic: number, degreesOfFreedom: number): number {
  return regularizedGamma(degreesOfFreedom / 2, statistic / 2).upper;
}
