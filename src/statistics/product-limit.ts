import type { RiskTable } from "./risk-table.ts";

/** Kaplan and Meier's estimate at each time of a table of those at risk. */
export interface ProductLimit {
  /** The estimated share that survives the time. */
  readonly survival: Float64Array;
  /** Greenwood's sum: the variance of the logarithm of the survival; infinite where it is 0. */
  readonly greenwood: Float64Array;
}

/**
 * The product of 1 − events ÷ at risk over the times, and the sum of events ÷ (at risk · (at risk − events)).
 *
 * While nobody is censored nor enters, the product is the share of those who were there at the start of that stretch; taken as such it
 * comes without the rounding of many factors.
 */
export function productLimit({ atRisk, events }: RiskTable): ProductLimit {
  const survival = new Float64Array(atRisk.length);
  const greenwood = new Float64Array(atRisk.length);
  let start = 1;
  let startAtRisk = atRisk[0] as number;
  let left = startAtRisk;
  let current = 1;
  let sum = 0;
  for (let k = 0; k < atRisk.length; k++) {
    const n = atRisk[k] as number;
    const d = events[k] as number;
    if (n !== left) {
      start = current;
      startAtRisk = n;
    }
    left = n - d;
    if (d > 0) {
      current = current === 0 ? 0 : (start * left) / startAtRisk;
      sum += greenwoodStep(n, d);
    }
    survival[k] = current;
    greenwood[k] = sum;
  }
  return { survival, greenwood };
}

/** What one time adds to Greenwood's sum; infinite if all who are at risk have the event. */
export function greenwoodStep(atRisk: number, events: number): number {
  return events === 0 ? 0 : events / atRisk / (atRisk - events);
}
