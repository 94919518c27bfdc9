import { logistic } from "../math/log-odds.ts";
import { parametersFor } from "../models/customer-under-model.ts";
import type { Predictor, PurchaseModel } from "../models/models.ts";
import type { PurchaseHistories } from "../models/purchase-histories.ts";
import { kernelOf } from "../models/purchase-kernels.ts";

/** Customers with a number of repeat purchases, and how many the model expects. */
export interface FrequencyCount {
  readonly frequency: number;
  /** Whether those with more stand here too. */
  readonly orMore: boolean;
  readonly actual: number;
  readonly expected: number;
}

/**
 * How many customers made 0, 1, 2, … repeat purchases, and how many should have: Σ weight · P(X(T) = x), of the last row P(X(T) ≥ x).
 *
 * Of each customer the model is told nothing but his age; equal ages are asked about once.
 */
export function frequencyDistribution(
  model: Predictor<PurchaseModel>,
  { rows }: PurchaseHistories,
  most: number,
): readonly FrequencyCount[] {
  const kernel = kernelOf(model);
  const names = [...new Set((model.coefficients ?? []).map(({ covariate }) => covariate))];
  const actual = new Float64Array(most + 1);
  const expected = new Float64Array(most + 1);
  const known = new Map<string, Float64Array>();
  for (const row of rows) {
    const weight = row.weight ?? 1;
    const at = Math.min(row.frequency, most);
    actual[at] = (actual[at] as number) + weight;
    const key = [row.T, ...names.map((name) => row.covariates?.[name])].join(" ");
    let shares = known.get(key);
    if (shares === undefined) {
      const parameters = parametersFor(model, row);
      const alive = logistic(-kernel.logOddsDead(parameters, 0, 0, 0));
      shares = new Float64Array(most + 1);
      let left = 1;
      for (let x = 0; x < most; x++) {
        const share =
          alive * kernel.countProbabilityIfAlive(parameters, 0, 0, 0, row.T, x) + (x === 0 ? 1 - alive : 0);
        shares[x] = share;
        left -= share;
      }
      shares[most] = Math.max(0, left);
      known.set(key, shares);
    }
    for (let x = 0; x <= most; x++) expected[x] = (expected[x] as number) + weight * (shares[x] as number);
  }
  return Array.from(actual, (count, frequency) => ({
    frequency,
    orMore: frequency === most,
    actual: count,
    expected: expected[frequency] as number,
  }));
}
