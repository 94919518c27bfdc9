import { wilsonInterval } from "../statistics/proportion-interval.ts";

/** Customers of nearly equal predicted probability, and how many of them left. */
export interface CalibrationBin {
  /** Least probability of the bin, included. */
  readonly from: number;
  /** Where the next bin begins; 1 itself belongs to the last. */
  readonly to: number;
  readonly customers: number;
  readonly churned: number;
  /** Mean predicted probability; `null` without customers, as are the following. */
  readonly predicted: number | null;
  /** Share that left. */
  readonly observed: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** How near predicted probabilities are to what came. */
export interface SignalCalibration {
  /** Mean of (probability − 1 if he left, 0 if not)²: 0 is perfect; `null` without customers. */
  readonly brier: number | null;
  readonly bins: readonly CalibrationBin[];
}

/** Holds probabilities against what came, in bins of equal width. */
export function signalCalibration(
  probabilities: Float64Array,
  churned: Uint8Array,
  count: number,
  z: number,
): SignalCalibration {
  const customers = new Int32Array(count);
  const left = new Int32Array(count);
  const sums = new Float64Array(count);
  let squares = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i] as number;
    const gone = churned[i] as number;
    const bin = Math.min(Math.floor(p * count), count - 1);
    customers[bin] = (customers[bin] as number) + 1;
    left[bin] = (left[bin] as number) + gone;
    sums[bin] = (sums[bin] as number) + p;
    squares += (p - gone) ** 2;
  }
  const bins = Array.from(customers, (size, bin): CalibrationBin => {
    const estimate = wilsonInterval(left[bin] as number, size, z);
    return {
      from: bin / count,
      to: (bin + 1) / count,
      customers: size,
      churned: left[bin] as number,
      predicted: size === 0 ? null : (sums[bin] as number) / size,
      observed: estimate?.rate ?? null,
      lower: estimate?.lower ?? null,
      upper: estimate?.upper ?? null,
    };
  });
  return { brier: probabilities.length === 0 ? null : squares / probabilities.length, bins };
}
