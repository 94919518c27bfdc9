import type { Evaluation } from "../math/trust-region-newton.ts";
import { inLogParameters } from "./log-parameters.ts";
import { TIME_COLUMNS } from "./pareto-times.ts";
import type { PurchaseCells } from "./purchase-cells.ts";

/** The log-likelihood, its gradient and its Hessian while they are being added up, in natural parameters. */
export class ParetoSums {
  value = 0;
  r = 0;
  alpha = 0;
  s = 0;
  beta = 0;
  rr = 0;
  rAlpha = 0;
  rS = 0;
  rBeta = 0;
  alphaAlpha = 0;
  alphaS = 0;
  alphaBeta = 0;
  ss = 0;
  sBeta = 0;
  betaBeta = 0;

  /** Σ_j N_{>j} ln(r+j), where N_{>j} customers made more than j repeat purchases. */
  addPurchases(moreThan: Float64Array, r: number): void {
    // One logarithm for many j with equal N, as the tail of a base has them.
    let product = 1;
    let before = 0;
    for (let j = 0; j < moreThan.length; j++) {
      const n = moreThan[j] as number;
      if (n !== before || product > 1e280) {
        this.value += before * Math.log(product);
        product = 1;
        before = n;
      }
      product *= r + j;
      const by = 1 / (r + j);
      this.r += n * by;
      this.rr -= n * by * by;
    }
    this.value += before * Math.log(product);
  }

  /** −Σ_tx [n_tx (r ln(1 + tx/α) + s ln(1 + tx/β)) + X_tx ln(α+tx)], with customers and purchases by age at the last purchase. */
  addRecencies(
    recencies: Recencies,
    columns: Float64Array,
    r: number,
    alpha: number,
    s: number,
    beta: number,
  ): void {
    const { times, customersAt, purchasesAt } = recencies;
    const logAlpha = Math.log(alpha);
    for (let t = 0; t < times.length; t++) {
      const n = customersAt[t] as number;
      if (n === 0) continue;
      const purchases = purchasesAt[t] as number;
      const time = times[t] as number;
      const at = TIME_COLUMNS * t;
      const logGrowthAlpha = columns[at] as number;
      const logGrowthBeta = columns[at + 1] as number;
      const byAlpha = columns[at + 2] as number;
      const byBeta = columns[at + 3] as number;
      // 1/α − 1/(α+tx), which subtraction would lose for a large α
      const stepAlpha = (time / alpha) * byAlpha;
      const stepBeta = (time / beta) * byBeta;
      this.value -= n * (r * logGrowthAlpha + s * logGrowthBeta) + purchases * (logAlpha + logGrowthAlpha);
      this.r -= n * logGrowthAlpha;
      this.alpha += n * r * stepAlpha - purchases * byAlpha;
      this.s -= n * logGrowthBeta;
      this.beta += n * s * stepBeta;
      this.rAlpha += n * stepAlpha;
      this.alphaAlpha -= n * r * stepAlpha * (1 / alpha + byAlpha) - purchases * byAlpha * byAlpha;
      this.sBeta += n * stepBeta;
      this.betaBeta -= n * s * stepBeta * (1 / beta + byBeta);
    }
  }

  /** The sums in the order of the parameters, by their logarithms. */
  evaluation(parameters: readonly number[]): Evaluation {
    const { r, alpha, s, beta, rAlpha, rS, rBeta, alphaS, alphaBeta, sBeta } = this;
    const curvature = [
      [this.rr, rAlpha, rS, rBeta],
      [rAlpha, this.alphaAlpha, alphaS, alphaBeta],
      [rS, alphaS, this.ss, sBeta],
      [rBeta, alphaBeta, sBeta, this.betaBeta],
    ];
    return inLogParameters(this.value, [r, alpha, s, beta], curvature, parameters);
  }
}

/** Customers and purchases by age at the last purchase. */
export interface Recencies {
  readonly times: Float64Array;
  readonly customersAt: Float64Array;
  readonly purchasesAt: Float64Array;
}

export function recenciesOf(cells: PurchaseCells): Recencies {
  const { times } = cells;
  const customersAt = new Float64Array(times.length);
  const purchasesAt = new Float64Array(times.length);
  for (let i = 0; i < cells.size; i++) {
    const last = cells.recencyAt[i] as number;
    const weight = cells.weight[i] as number;
    customersAt[last] = (customersAt[last] as number) + weight;
    purchasesAt[last] = (purchasesAt[last] as number) + weight * (cells.frequency[i] as number);
  }
  return { times, customersAt, purchasesAt };
}
