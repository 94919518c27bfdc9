import type { Objective } from "../math/trust-region-newton.ts";

/** Σ ½·weight·(θ − centre)², coordinate by coordinate: a normal prior of each coordinate. */
export interface QuadraticPenalty {
  readonly centre: readonly number[];
  readonly weight: readonly number[];
}

/** An objective less a penalty. */
export function penalised(objective: Objective, { centre, weight }: QuadraticPenalty): Objective {
  return (point) => {
    const { value, gradient, hessian } = objective(point);
    const away = point.map((x, i) => x - (centre[i] as number));
    return {
      value: away.reduce((sum, x, i) => sum - 0.5 * (weight[i] as number) * x * x, value),
      gradient: gradient.map((slope, i) => slope - (weight[i] as number) * (away[i] as number)),
      hessian: hessian.map((row, i) =>
        row.map((curve, j) => (i === j ? curve - (weight[i] as number) : curve)),
      ),
    };
  };
}
