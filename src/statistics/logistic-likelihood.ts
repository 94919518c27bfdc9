import type { Matrix } from "../math/symmetric-eigen.ts";
import { squareOf } from "./cox-likelihood.ts";
import { type LogisticSample, logOddsOf } from "./logistic-sample.ts";

/** The log-likelihood at a point with its slopes and minus its second derivatives; the intercept comes first. */
export interface LogisticEvaluation {
  /** Of the data alone. */
  readonly logLikelihood: number;
  /** What is maximised: with the penalty. */
  readonly value: number;
  readonly gradient: readonly number[];
  /** Fisher's information, with the ridge's share. */
  readonly information: Matrix;
  /** Log odds of every row. */
  readonly eta: Float64Array;
}

/** The log-likelihood of outcomes with log odds β₀ + β · x, less a ridge. In e^−|η| throughout, so that no |η| overflows. */
export function logisticLikelihood(
  sample: LogisticSample,
  beta: readonly number[],
  ridge: number,
): LogisticEvaluation {
  const { rows, columns, x, outcome, weight } = sample;
  const eta = logOddsOf(sample, beta);
  const size = columns + 1;
  const gradient = new Float64Array(size);
  const triangle = new Float64Array((size * (size + 1)) / 2);
  let logLikelihood = 0;
  for (let i = 0; i < rows; i++) {
    const odds = eta[i] as number;
    const w = weight[i] as number;
    const small = Math.exp(-Math.abs(odds));
    const happened = outcome[i] === 1;
    // The probability of what did not come.
    const wrong = happened === odds >= 0 ? small / (1 + small) : 1 / (1 + small);
    logLikelihood -= w * (Math.log1p(small) + (happened === odds >= 0 ? 0 : Math.abs(odds)));
    const residual = happened ? w * wrong : -w * wrong;
    const curvature = (w * small) / ((1 + small) * (1 + small));
    gradient[0] = (gradient[0] as number) + residual;
    triangle[0] = (triangle[0] as number) + curvature;
    const at = i * columns;
    let place = 1;
    for (let a = 0; a < columns; a++) {
      const value = x[at + a] as number;
      gradient[a + 1] = (gradient[a + 1] as number) + residual * value;
      const share = curvature * value;
      triangle[place] = (triangle[place] as number) + share;
      place += 1;
      for (let b = 0; b <= a; b++) {
        triangle[place] = (triangle[place] as number) + share * (x[at + b] as number);
        place += 1;
      }
    }
  }
  const information = squareOf(triangle, size);
  let value = logLikelihood;
  for (let c = 1; c < size; c++) {
    const b = beta[c] as number;
    value -= (ridge / 2) * b * b;
    gradient[c] = (gradient[c] as number) - ridge * b;
    const row = information[c] as number[];
    row[c] = (row[c] as number) + ridge;
  }
  return { logLikelihood, value, gradient: Array.from(gradient), information, eta };
}
