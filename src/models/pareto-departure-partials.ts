/**
 * H (see departureProbability) and its partial derivatives in r, s and z = 1 − q, by quadrature.
 *
 * The trapezoidal rule after w = scale · exp(σ − e^−σ), which makes the integrand fall doubly exponentially at both ends (Takahasi & Mori
 * 1974). All ten integrals share their nodes.
 *
 * @param k r + x.
 * @param s Shape of the departure rates.
 * @param q (β+t) ÷ (α+t).
 * @param out Receives H, then its derivatives by r, s, z, rr, rs, ss, rz, sz, zz.
 */
export function departurePartials(k: number, s: number, q: number, out: Float64Array): void {
  const scale = departureScale(k, s, q);
  // For a small q the integrand bends at w = −ln q, and the nearer to the real line, seen from 0, the larger that is.
  const step = STEP / (1 + 0.5 * Math.max(0, -Math.log(q)));
  const ratio = Math.exp(-step);
  let left = Math.exp(-FIRST);
  let most = 0;
  let h = 0;
  let byR = 0;
  let byS = 0;
  let byZ = 0;
  let byRR = 0;
  let byRS = 0;
  let bySS = 0;
  let byRZ = 0;
  let bySZ = 0;
  let byZZ = 0;
  for (let sigma = FIRST; ; sigma += step) {
    const w = scale * Math.exp(sigma - left);
    const log = logGrowth(q, w);
    const exponent = s * w + k * log;
    const weight = w * (1 + left) * Math.exp(-exponent);
    left *= ratio;
    const size = weight * (1 + exponent * exponent);
    if (size > most) most = size;
    else if (!(size > NEGLIGIBLE * most)) break;
    // (e^w − 1) ÷ (1 + q (e^w − 1))
    const bend = 1 / (q + 1 / Math.expm1(w));
    const weightR = weight * log;
    const weightS = weight * w;
    const weightZ = weight * bend;
    h += weight;
    byR += weightR;
    byS += weightS;
    byZ += weightZ;
    byRR += weightR * log;
    byRS += weightR * w;
    bySS += weightS * w;
    byRZ += weightR * bend;
    bySZ += weightS * bend;
    byZZ += weightZ * bend;
  }
  const unit = s * step;
  out[0] = unit * h;
  out[1] = -unit * byR;
  out[2] = step * (h - s * byS);
  out[3] = unit * k * byZ;
  out[4] = unit * byRR;
  out[5] = step * (s * byRS - byR);
  out[6] = step * (s * bySS - 2 * byS);
  out[7] = unit * (byZ - k * byRZ);
  out[8] = step * k * (byZ - s * bySZ);
  out[9] = unit * k * (k + 1) * byZZ;
}

const STEP = 0.1;
/** exp(σ − e^−σ) is 1e-17 there. */
const FIRST = -3.6;
const NEGLIGIBLE = 1e-18;

/** ln(1 + q (e^w − 1)), also where e^w overflows. */
export function logGrowth(q: number, w: number): number {
  return w < 500 ? Math.log1p(q * Math.expm1(w)) : w + Math.log(q);
}

/** About the w at which s w + k ln(1 + q (e^w − 1)) is 1: there the integrand of H begins to fall. */
function departureScale(k: number, s: number, q: number): number {
  // Newton's method in logarithms, in which the left-hand side is nearly straight.
  let w = 1 / (s + k * Math.max(q, 1));
  for (let i = 0; i < 40; i++) {
    const growth = logGrowth(q, w);
    const exponent = s * w + k * growth;
    // w times the derivative of the exponent
    const slope = w * (s + k * q * Math.exp(w - growth));
    const step = (-Math.log(exponent) * exponent) / slope;
    w *= Math.exp(Math.max(-3, Math.min(3, step)));
    if (Math.abs(step) < 0.1) break;
  }
  return w;
}
