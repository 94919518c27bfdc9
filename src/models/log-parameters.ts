import type { Matrix } from "../math/symmetric-eigen.ts";
import type { Evaluation } from "../math/trust-region-newton.ts";

/** From derivatives by positive parameters to derivatives by their logarithms, in which likelihoods are maximised. */
export function inLogParameters(
  value: number,
  slopes: readonly number[],
  curvature: Matrix,
  parameters: readonly number[],
): Evaluation {
  const gradient = slopes.map((slope, i) => slope * (parameters[i] as number));
  const hessian = curvature.map((row, i) =>
    row.map((curve, j) => {
      const scaled = curve * (parameters[i] as number) * (parameters[j] as number);
      return i === j ? scaled + (gradient[i] as number) : scaled;
    }),
  );
  return { value, gradient, hessian };
}
