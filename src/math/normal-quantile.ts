const ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

// Newton's steps square the error, so the one after this leaves nothing but rounding.
const SMALL_STEP = 1e-9;

/**
 * The quantile of the standard normal distribution, to about 1e-15 of its value.
 *
 * By Newton's method, which comes from one side as areas below the curve and logs of its tails are concave. It needs no table of
 * coefficients, which would be the largest part of many a function that states an interval.
 */
export function normalQuantile(p: number): number {
  const area = p - 0.5;
  if (Math.abs(area) < 0.35) return centralQuantile(area);
  const x = tailQuantile(Math.log(area < 0 ? p : 1 - p));
  return area < 0 ? -x : x;
}

/** Where so much area lies between 0 and x; the area is φ(x) (x + x³/3 + x⁵/(3·5) + …) (Abramowitz & Stegun 26.2.11). */
function centralQuantile(area: number): number {
  let x = 0;
  let step = area * ROOT_OF_TWO_PI;
  while (Math.abs(step) > SMALL_STEP * Math.abs(x)) {
    x += step;
    let term = x;
    let sum = x;
    for (let k = 3; Math.abs(term) > Number.EPSILON * 0.1 * Math.abs(sum); k += 2) {
      term *= (x * x) / k;
      sum += term;
    }
    step = area * ROOT_OF_TWO_PI * Math.exp((x * x) / 2) - sum;
  }
  return x + step;
}

/** Where so much area, given by its log, lies beyond x; the area is φ(x) ÷ (x + 1/(x + 2/(x + 3/(x + …)))) (Abramowitz & Stegun 26.2.14). */
function tailQuantile(log: number): number {
  let x = Math.sqrt(-2 * log);
  let step = x;
  while (Math.abs(step) > SMALL_STEP * x) {
    let denominator = x;
    for (let k = Math.ceil(30 + 500 / (x * x)); k > 0; k--) denominator = x + k / denominator;
    step = (-(x * x) / 2 - Math.log(ROOT_OF_TWO_PI * denominator) - log) / denominator;
    x += step;
  }
  return x;
}
