import { type Minimum, nelderMead } from "./nelder-mead.ts";

/**
 * Maximises a likelihood without derivatives in the logarithms of `count` parameters, from 0.1 for each logarithm and to 1e-4, as the Python
 * package lifetimes does.
 */
export function fitNaively(
  logLikelihood: (logParameters: readonly number[]) => number,
  count: number,
): Minimum {
  const cost = (point: readonly number[]): number => {
    const value = -logLikelihood(point);
    // Where the textbook's formula breaks down the simplex must turn away.
    return Number.isFinite(value) ? value : Number.MAX_VALUE;
  };
  return nelderMead(cost, new Array<number>(count).fill(0.1), 1e-4);
}
