/** Into how many steps the curve is cut: 100 up to so many customers, 1000 beyond. */
const FEW = 100;

/**
 * The curve of the share of value (up) that the best share of customers (across) brings, at evenly spaced shares from 0 to 1.
 *
 * Between customers it is a cubic spline, whose third derivative at either end is that of the cubic through the four outermost points (Forsythe,
 * Malcolm & Moler 1977, section 4.4). From where it first reaches 1 it stays there.
 *
 * @param shares Of the value, in descending order; they add up to 1.
 */
export function abcCurve(shares: Float64Array): Float64Array {
  const n = shares.length;
  const heights = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) heights[i + 1] = (heights[i] as number) + (shares[i] as number);
  const bends = splineBends(shares);
  const steps = n <= FEW ? 100 : 1000;
  const curve = new Float64Array(steps + 1);
  let full = false;
  for (let k = 0; k <= steps; k++) {
    const at = (k * n) / steps;
    const i = Math.min(Math.floor(at), n - 1);
    const right = at - i;
    const left = 1 - right;
    const height =
      left * (heights[i] as number) +
      right * (heights[i + 1] as number) +
      (left ** 3 - left) * (bends[i] as number) +
      (right ** 3 - right) * (bends[i + 1] as number);
    full = full || height >= 1;
    curve[k] = full ? 1 : height;
  }
  return curve;
}

/** A sixth of the spline's second derivative at each point, in steps of one customer: a tridiagonal system, solved from both ends. */
function splineBends(slopes: Float64Array): Float64Array {
  const n = slopes.length;
  const bends = new Float64Array(n + 1);
  if (n < 2) return bends;
  const turn = (i: number): number => (slopes[i] as number) - (slopes[i - 1] as number);
  const firstThird = n < 3 ? 0 : (turn(2) - turn(1)) / 6;
  const lastThird = n < 3 ? 0 : (turn(n - 1) - turn(n - 2)) / 6;
  const pivots = new Float64Array(n);
  for (let i = 1; i < n; i++) {
    // The bend at either end differs from its neighbour's by the third derivative, so it can be put in for it.
    const diagonal = 4 + (i === 1 ? 1 : 0) + (i === n - 1 ? 1 : 0);
    const target = turn(i) + (i === 1 ? firstThird : 0) - (i === n - 1 ? lastThird : 0);
    const above = i === 1 ? 0 : 1 / (pivots[i - 1] as number);
    pivots[i] = diagonal - above;
    bends[i] = target - above * (i === 1 ? 0 : (bends[i - 1] as number));
  }
  for (let i = n - 1; i > 0; i--) {
    const next = i === n - 1 ? 0 : (bends[i + 1] as number);
    bends[i] = ((bends[i] as number) - next) / (pivots[i] as number);
  }
  bends[0] = (bends[1] as number) - firstThird;
  bends[n] = (bends[n - 1] as number) + lastThird;
  return bends;
}
