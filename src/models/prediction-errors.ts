/** How far predictions lie from what came, customer by customer and in all. */
export interface PredictionErrors {
  /** Sum of the predictions. */
  readonly expected: number;
  /** Mean absolute error per customer: mean of |actual − expected|. */
  readonly mae: number;
  /** Root of the mean squared error per customer. */
  readonly rmse: number;
  /** Sum of the predictions ÷ sum of what came − 1: −0.1 is a forecast 10 % too low; `null` if nothing came. */
  readonly bias: number | null;
}

/** The errors of a list of predictions that is not empty. */
export function predictionErrors(actual: readonly number[], expected: readonly number[]): PredictionErrors {
  let came = 0;
  let foretold = 0;
  let absolute = 0;
  let squared = 0;
  actual.forEach((count, i) => {
    const prediction = expected[i] as number;
    came += count;
    foretold += prediction;
    absolute += Math.abs(count - prediction);
    squared += (count - prediction) ** 2;
  });
  const n = actual.length;
  return {
    expected: foretold,
    mae: absolute / n,
    rmse: Math.sqrt(squared / n),
    bias: came === 0 ? null : foretold / came - 1,
  };
}
