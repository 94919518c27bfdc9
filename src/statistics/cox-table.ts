import { chiSquareTail } from "../math/chi-square-tail.ts";
import { cholesky, solveCholesky } from "../math/cholesky.ts";
import { normalCdf } from "../math/normal-distribution.ts";
import type { Matrix } from "../math/symmetric-eigen.ts";
import { standardErrorsOfLevel } from "./confidence.ts";
import type { CoxMaximum } from "./cox-maximum.ts";
import type { ChiSquareTest, CoxCoefficient, CoxTests } from "./cox-model.ts";

/** The table of coefficients; those that run to infinity have no errors. */
export function coefficientTable(
  names: readonly string[],
  beta: readonly number[],
  covariance: Matrix,
  infinite: readonly boolean[],
  level: number,
): readonly CoxCoefficient[] {
  const width = standardErrorsOfLevel(level);
  return names.map((name, c): CoxCoefficient => {
    const coefficient = beta[c] as number;
    const hazardRatio = finiteExp(coefficient);
    const standardError = Math.sqrt(covariance[c]?.[c] as number);
    if (infinite[c] === true || !(standardError > 0)) return { name, coefficient, hazardRatio, ...UNKNOWN };
    const z = coefficient / standardError;
    return {
      name,
      coefficient,
      standardError,
      hazardRatio,
      lower: finiteExp(coefficient - width * standardError),
      upper: finiteExp(coefficient + width * standardError),
      z,
      pValue: 2 * normalCdf(-Math.abs(z)),
    };
  });
}

const UNKNOWN = { standardError: null, lower: null, upper: null, z: null, pValue: null };

/** e^x, no larger than the largest double, since JSON has no infinity. */
export function finiteExp(x: number): number {
  return Math.min(Math.exp(x), Number.MAX_VALUE);
}

/** The tests that all coefficients are 0; the covariance is that of the scaled coefficients. */
export function coxTests({ start, end, beta, runaway }: CoxMaximum, covariance: Matrix): CoxTests {
  return {
    likelihoodRatio: test(2 * (end.value - start.value), beta.length),
    wald: runaway === null ? quadraticTest(covariance, beta) : null,
    // The information at coefficients of 0 was found to be regular before.
    score: quadraticTest(start.information, start.gradient) as ChiSquareTest,
  };
}

/** xᵀ M⁻¹ x; `null` if M has no inverse. */
function quadraticTest(matrix: Matrix, x: readonly number[]): ChiSquareTest | null {
  const { factor, failedAt } = cholesky(matrix, 1e-12);
  if (failedAt !== null) return null;
  const statistic = solveCholesky(factor, x).reduce((sum, value, c) => sum + value * (x[c] as number), 0);
  return test(statistic, x.length);
}

function test(value: number, degreesOfFreedom: number): ChiSquareTest {
  // Rounding can leave a little less than 0.
  const statistic = Math.max(0, value);
  return { statistic, degreesOfFreedom, pValue: chiSquareTail(statistic, degreesOfFreedom) };
}
