import { symmetricEigen } from "../math/symmetric-eigen.ts";

/** A quadratic form in the inverse of a covariance that may be singular. */
export interface RankStatistic {
  readonly statistic: number;
  /** Rank of the covariance. */
  readonly degreesOfFreedom: number;
}

/** Eigenvalues of a correlation matrix below this are 0 but for rounding. */
const NOTHING = 1e-10;

/**
 * d' V⁻ d with a generalised inverse, where d lies in the range of V, so that any such inverse gives the same.
 *
 * The matrix is brought to ones on its diagonal first, so that groups of very different sizes do not hide each other.
 */
export function rankStatistic(
  differences: readonly number[],
  covariance: readonly (readonly number[])[],
): RankStatistic {
  const kept = differences.flatMap((_, g) => ((covariance[g]?.[g] ?? 0) > 0 ? [g] : []));
  const scale = kept.map((g) => Math.sqrt(covariance[g]?.[g] ?? 0));
  const correlation = kept.map((g, i) =>
    kept.map((h, j) => (covariance[g]?.[h] ?? 0) / ((scale[i] as number) * (scale[j] as number))),
  );
  const { values, vectors } = symmetricEigen(correlation);
  let statistic = 0;
  let degreesOfFreedom = 0;
  for (const [k, value] of values.entries()) {
    if (value <= NOTHING) continue;
    let along = 0;
    for (const [i, g] of kept.entries()) {
      along += ((vectors[i]?.[k] ?? 0) * (differences[g] as number)) / (scale[i] as number);
    }
    statistic += (along * along) / value;
    degreesOfFreedom += 1;
  }
  return { statistic, degreesOfFreedom };
}
