import type { Tenure } from "../bases.ts";
import { logBeta } from "./log-gamma.ts";

/** The shifted beta-geometric likelihood: Fader & Hardie (2007), equations 5 and 6. */
export function sbgLogLikelihood(logParameters: readonly number[], tenures: readonly Tenure[]): number {
  const [alpha = 1, beta = 1] = logParameters.map(Math.exp);
  let sum = 0;
  for (const { renewals, lost, weight } of tenures) {
    const log = lost ? logBeta(alpha + 1, beta + renewals) : logBeta(alpha, beta + renewals);
    sum += weight * (log - logBeta(alpha, beta));
  }
  return sum;
}

/** The beta-discrete-Weibull likelihood: Fader, Hardie, Liu, Davin & Steenburgh (2018). */
export function bdwLogLikelihood(logParameters: readonly number[], tenures: readonly Tenure[]): number {
  const [alpha = 1, beta = 1, c = 1] = logParameters.map(Math.exp);
  const survival = (t: number): number => Math.exp(logBeta(alpha, beta + t ** c) - logBeta(alpha, beta));
  let sum = 0;
  for (const { renewals, lost, weight } of tenures) {
    const probability = lost ? survival(renewals) - survival(renewals + 1) : survival(renewals);
    sum += weight * Math.log(probability);
  }
  return sum;
}
