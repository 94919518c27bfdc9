import type { OrderedValues } from "./ordered-values.ts";

/** Measures that add up a function of each value ÷ mean. */
export interface RatioMeasures {
  readonly hhi: number;
  readonly coefficientOfVariation: number;
  readonly theil: number;
  /** `null` with a value of 0, whose logarithm there is not. */
  readonly meanLogDeviation: number | null;
  readonly atkinsonHalf: number;
  /** `null` with a value of 0. */
  readonly atkinsonOne: number | null;
  readonly hoover: number;
}

/** Below this a value in parts of the mean is no longer a normal double, and has lost digits. */
const SMALLEST_EXACT = 1e-290;

/** All of them in one pass; every term is at least 0, so that nothing cancels where values are nearly equal. */
export function ratioMeasures({ values, weights, n, largest, sum }: OrderedValues): RatioMeasures {
  const mean = sum / n;
  const logOfMean = Math.log(largest) + Math.log(mean);
  let squares = 0;
  let theil = 0;
  let logs = 0;
  let roots = 0;
  let above = 0;
  for (let k = 0; k < values.length; k++) {
    const weight = weights[k] as number;
    const value = values[k] as number;
    const ratio = value / largest / mean;
    const excess = ratio - 1;
    squares += weight * excess * excess;
    const root = 1 - Math.sqrt(ratio);
    roots += weight * root * root;
    if (excess > 0) above += weight * excess;
    if (value === 0) {
      theil += weight;
      continue;
    }
    const log = ratio > SMALLEST_EXACT ? Math.log(ratio) : Math.log(value) - logOfMean;
    theil += weight * (ratio * log - excess);
    logs += weight * (excess - log);
  }
  const variance = squares / n;
  // 1 − the mean square root.
  const lack = roots / n / 2;
  const hasZeros = values[0] === 0;
  return {
    hhi: (1 + variance) / n,
    coefficientOfVariation: Math.sqrt(variance),
    theil: Math.max(0, theil / n),
    meanLogDeviation: hasZeros ? null : Math.max(0, logs / n),
    atkinsonHalf: lack * (2 - lack),
    atkinsonOne: hasZeros ? null : -Math.expm1(-Math.max(0, logs / n)),
    hoover: above / n,
  };
}
