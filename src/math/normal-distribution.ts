/**
 * The probability that a standard normal variable is at most z, in full relative precision down to where doubles end (z = −37.5).
 *
 * The upper tail is `normalCdf(-z)`, not 1 − `normalCdf(z)`.
 */
export function normalCdf(z: number): number {
  if (Math.abs(z) < 1) return 0.5 + density(z) * centralSeries(z);
  return z < 0 ? lowerTail(-z) : 1 - lowerTail(z);
}

const ONE_OVER_ROOT_TWO_PI = 0.39894228040143267794;

/** The exponent is split, since a rounded z² ÷ 2 would spoil the digits of its exponential. */
function density(z: number): number {
  const rough = Math.round(z * 16) / 16;
  const rest = (z - rough) * (z + rough);
  return ONE_OVER_ROOT_TWO_PI * Math.exp(-0.5 * rough * rough) * Math.exp(-0.5 * rest);
}

/** z + z³ ÷ 3 + z⁵ ÷ (3·5) + … (DLMF 7.6.2). */
function centralSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return sum;
}

/** The density ÷ (z + 1 ÷ (z + 2 ÷ (z + …))) for z ≥ 1 (DLMF 7.9.1). */
function lowerTail(z: number): number {
  if (z === Number.POSITIVE_INFINITY) return 0;
  // From the far end, with as many terms as the digits of a double need.
  let fraction = z;
  for (let n = Math.ceil(20 + 400 / (z * z)); n > 0; n--) fraction = z + n / fraction;
  return density(z) / fraction;
}
