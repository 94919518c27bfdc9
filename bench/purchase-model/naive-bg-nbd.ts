import type { History } from "./bases.ts";
import { type Minimum, nelderMead } from "./nelder-mead.ts";

/**
 * The BG/NBD model fitted as the paper reads: the likelihood customer by customer with log-gamma functions (Fader, Hardie & Lee 2005,
 * equation 6), maximised without derivatives in the logarithms of the parameters, from 0.1 each as the Python package lifetimes does.
 */
export function fitNaively(customers: readonly History[]): Minimum {
  return nelderMead((point) => -logLikelihood(point, customers), [0.1, 0.1, 0.1, 0.1], 1e-4);
}

function logLikelihood(logParameters: readonly number[], customers: readonly History[]): number {
  const [r = 1, alpha = 1, a = 1, b = 1] = logParameters.map(Math.exp);
  let sum = 0;
  for (const { frequency: x, recency, T } of customers) {
    const purchases = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
    const dropout = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
    const alive = -(r + x) * Math.log(alpha + T);
    if (x === 0) {
      sum += purchases + dropout + alive;
      continue;
    }
    const left = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + recency);
    const larger = Math.max(alive, left);
    sum += purchases + dropout + larger + Math.log(Math.exp(alive - larger) + Math.exp(left - larger));
  }
  return sum;
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Lanczos' approximation (g = 7, 9 terms), as it stands in many libraries. */
function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
  let series = 0.99999999999980993;
  for (let k = 0; k < LANCZOS.length; k++) series += (LANCZOS[k] as number) / (z + k);
  const t = z + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(series);
}
