import { countUpTo } from "../math/dense-ranks.ts";
import type { Matrix } from "../math/symmetric-eigen.ts";
import type { HazardSteps } from "./cox-hazard-steps.ts";
import type { CoxSample } from "./cox-sample.ts";

/**
 * The covariance that holds when the model does not (Lin & Wei 1989): Σ of the squared influences of the rows, weight included.
 *
 * A row's influence is its score residual times the inverse information. In scaled covariates, as both come in.
 */
export function robustCovariance(
  sample: CoxSample,
  eta: Float64Array,
  steps: HazardSteps,
  covariance: Matrix,
): Matrix {
  const { columns, weight } = sample;
  const residuals = scoreResiduals(sample, eta, steps);
  const sums = covariance.map(() => new Array<number>(columns).fill(0));
  for (let i = 0; i < sample.rows; i++) {
    const square = (weight[i] as number) ** 2;
    for (let a = 0; a < columns; a++) {
      const row = sums[a] as number[];
      const part = square * (residuals[i * columns + a] as number);
      for (let b = 0; b <= a; b++)
        row[b] = (row[b] as number) + part * (residuals[i * columns + b] as number);
    }
  }
  for (let a = 0; a < columns; a++) {
    for (let b = 0; b < a; b++) (sums[b] as number[])[a] = sums[a]?.[b] as number;
  }
  const sandwich = product(product(covariance, sums), covariance);
  return sandwich.map((row, a) => row.map((value, b) => (value + (sandwich[b]?.[a] as number)) / 2));
}

/** What each row adds to the gradient, beyond what its share of the risk sets would have it add; row after row. */
function scoreResiduals(sample: CoxSample, eta: Float64Array, steps: HazardSteps): Float64Array {
  const { columns, strataAt, time, event, entry, x } = sample;
  const residuals = new Float64Array(sample.rows * columns);
  for (let stratum = 0; stratum + 1 < strataAt.length; stratum++) {
    const from = steps.strataAt[stratum] as number;
    const to = steps.strataAt[stratum + 1] as number;
    for (let i = strataAt[stratum] as number; i < (strataAt[stratum + 1] as number); i++) {
      const risk = Math.exp(eta[i] as number);
      const end = from + countUpTo(steps.time, time[i] as number, from, to) - 1;
      const start =
        entry === null ? from - 1 : from + countUpTo(steps.time, entry[i] as number, from, to) - 1;
      const died = event[i] === 1;
      const hazard = at(steps.hazard, end, from, 1, 0) - at(steps.hazard, start, from, 1, 0);
      for (let c = 0; c < columns; c++) {
        const value = x[i * columns + c] as number;
        const drift = at(steps.drift, end, from, columns, c) - at(steps.drift, start, from, columns, c);
        let residual = risk * (drift - value * hazard);
        if (died) {
          const own = end * columns + c;
          residual += value - (steps.mean[own] as number);
          residual += risk * (value * (steps.spared[end] as number) - (steps.sparedDrift[own] as number));
        }
        residuals[i * columns + c] = residual;
      }
    }
  }
  return residuals;
}

/** A cumulative sum at a place, which is 0 before the first. */
function at(sums: Float64Array, place: number, first: number, columns: number, column: number): number {
  return place < first ? 0 : (sums[place * columns + column] as number);
}

function product(left: Matrix, right: Matrix): Matrix {
  return left.map((row) =>
    right.map((_, b) => row.reduce((sum, value, k) => sum + value * (right[k]?.[b] as number), 0)),
  );
}
