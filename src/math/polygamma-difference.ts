/** ψ(x+d) − ψ(x) for x > 0 and d ≥ 0 without cancellation: shifted beyond 16, then DLMF 5.11.2 term by term. */
export function digammaDifference(x: number, d: number): number {
  let low = x;
  let sum = 0;
  while (low < 16) {
    sum += d / (low + d) / low;
    low += 1;
  }
  const high = low + d;
  return sum + Math.log1p(d / low) + (0.5 * (d / high)) / low + digammaRest(low) - digammaRest(high);
}

/** ψ′(x+d) − ψ′(x) for x > 0 and d ≥ 0, at most 0, without cancellation: DLMF 5.15.9's series term by term. */
export function trigammaDifference(x: number, d: number): number {
  let low = x;
  let sum = 0;
  while (low < 16) {
    sum += inverseSquareDifference(low, d);
    low += 1;
  }
  const high = low + d;
  const leading = d / high / low + 0.5 * inverseSquareDifference(low, d);
  return -(sum + leading + trigammaRest(low) - trigammaRest(high));
}

/**
 * f(x, d) − f(x+a, d) for one of the differences f above, in the order that loses fewest digits: it is f(x, a) − f(x+d, a) as well, and
 * over the wider step the narrower difference changes most.
 */
export function crossDifference(
  difference: (x: number, d: number) => number,
  x: number,
  a: number,
  d: number,
): number {
  const narrow = Math.min(a, d);
  return difference(x, narrow) - difference(x + Math.max(a, d), narrow);
}

/** 1 ÷ x² − 1 ÷ (x+d)² */
function inverseSquareDifference(x: number, d: number): number {
  const high = x + d;
  return ((d / high) * ((x + high) / high)) / (x * x);
}

function digammaRest(x: number): number {
  const s = 1 / (x * x);
  return s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - (s * 691) / 32_760)))));
}

function trigammaRest(x: number): number {
  const s = 1 / (x * x);
  return (s * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - (s * 691) / 2730)))))) / x;
}
