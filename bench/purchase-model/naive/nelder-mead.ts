/** The lowest point that the simplex of Nelder and Mead (1965) finds, and how often it looked. */
export interface Minimum {
  readonly point: readonly number[];
  readonly value: number;
  readonly evaluations: number;
}

/** Minimises a function without derivatives, until the points and the values of the simplex lie within `tolerance`. */
export function nelderMead(
  f: (point: readonly number[]) => number,
  start: readonly number[],
  tolerance: number,
): Minimum {
  let evaluations = 0;
  const vertexAt = (point: readonly number[]): { point: readonly number[]; value: number } => {
    evaluations += 1;
    return { point, value: f(point) };
  };
  const simplex = [
    vertexAt(start),
    ...start.map((_, k) => vertexAt(start.map((x, i) => (i === k ? firstStep(x) : x)))),
  ];
  for (;;) {
    simplex.sort((one, other) => one.value - other.value);
    const best = simplex[0] as (typeof simplex)[number];
    const worst = simplex.at(-1) as typeof best;
    const secondWorst = simplex.at(-2) as typeof best;
    const width = Math.max(
      ...simplex.flatMap(({ point }) => point.map((x, i) => Math.abs(x - (best.point[i] as number)))),
    );
    if ((width <= tolerance && worst.value - best.value <= tolerance) || evaluations > 5000) {
      return { ...best, evaluations };
    }
    const centre = start.map(
      (_, i) => simplex.slice(0, -1).reduce((sum, { point }) => sum + (point[i] as number), 0) / start.length,
    );
    const along = (t: number): readonly number[] =>
      centre.map((x, i) => x + t * ((worst.point[i] as number) - x));
    const reflected = vertexAt(along(-1));
    if (reflected.value < best.value) {
      const expanded = vertexAt(along(-2));
      simplex[simplex.length - 1] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < secondWorst.value) simplex[simplex.length - 1] = reflected;
    else {
      const contracted = vertexAt(along(reflected.value < worst.value ? -0.5 : 0.5));
      if (contracted.value < Math.min(reflected.value, worst.value)) simplex[simplex.length - 1] = contracted;
      else {
        for (let k = 1; k < simplex.length; k++) {
          const { point } = simplex[k] as typeof best;
          simplex[k] = vertexAt(point.map((x, i) => ((best.point[i] as number) + x) / 2));
        }
      }
    }
  }
}

/** Where a coordinate of the first simplex goes: a twentieth further, as scipy has it. */
function firstStep(x: number): number {
  return x === 0 ? 0.00025 : 1.05 * x;
}
