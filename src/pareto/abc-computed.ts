import { abcCurve } from "./abc-curve.ts";
import type { AbcOrder } from "./abc-order.ts";
import type { AbcComputedLimits, AbcPoint } from "./abc-result.ts";

/** Figures of the curve nearer than this count as equal: rounding must not choose between them. */
const ROUNDING = 1e-12;

/** The classes that the values themselves suggest. */
export interface ComputedEnds {
  /** The shares of customers at which A and B end. */
  readonly limits: readonly [number, number];
  /** The places after the last customer of A and of B. */
  readonly ends: readonly [number, number];
  readonly computed: AbcComputedLimits;
}

/**
 * The limits of a computed ABC analysis (Ultsch & Lötsch 2015); `null` if no value is above 0.
 *
 * A ends at the Pareto point or the break-even point, whichever comes first; B at the point nearest to full value at the later of the two. The
 * customer nearest to each point gives the limit as a value: A is above the one, B reaches the other.
 */
export function computedEnds(order: AbcOrder): ComputedEnds | null {
  const { values, positives, positiveTotal } = order;
  const n = values.length;
  if (positives === 0) return null;
  const shares = new Float64Array(n);
  for (let k = 0; k < positives; k++) shares[k] = (values[k] as number) / positiveTotal;
  const curve = abcCurve(shares);
  const steps = curve.length - 1;
  const pareto = nearestTo(curve, 0);
  const breakEven = breakEvenOf(curve);
  const submarginal = nearestTo(curve, Math.max(pareto, breakEven));
  const first = Math.min(pareto, breakEven);
  const pointAt = (k: number): AbcPoint => ({ customers: k / steps, value: curve[k] as number });
  const valueAt = (k: number): number => {
    const customer = Math.max(1, nearestWhole((k * n) / steps));
    return Math.max(0, values[customer - 1] as number);
  };
  const aAbove = valueAt(first);
  const bFrom = valueAt(submarginal);
  let a = 0;
  while (a < positives && (values[a] as number) > aAbove) a += 1;
  let b = a;
  while (b < positives && (values[b] as number) >= bFrom) b += 1;
  return {
    limits: [first / steps, submarginal / steps],
    ends: [a, b],
    computed: {
      paretoPoint: pointAt(pareto),
      breakEvenPoint: pointAt(breakEven),
      submarginalPoint: pointAt(submarginal),
      aAbove,
      bFrom,
    },
  };
}

/** The step at which the curve is nearest to all value at a share of customers; the first of equals. */
function nearestTo(curve: Float64Array, step: number): number {
  const steps = curve.length - 1;
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k <= steps; k++) {
    const distance = ((k - step) / steps) ** 2 + (1 - (curve[k] as number)) ** 2;
    if (distance >= least - ROUNDING) continue;
    least = distance;
    nearest = k;
  }
  return nearest;
}

/** The last step from which on the share of customers grows most nearly as much as the share of value. */
function breakEvenOf(curve: Float64Array): number {
  const steps = curve.length - 1;
  let breakEven = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < steps; k++) {
    const gain = ((curve[k + 1] as number) - (curve[k] as number)) * steps;
    const distance = Math.abs(1 / gain - 1);
    if (!(distance <= least + ROUNDING)) continue;
    least = Math.min(least, distance);
    breakEven = k;
  }
  return breakEven;
}

/** A half goes to the even number. */
function nearestWhole(x: number): number {
  const below = Math.floor(x);
  const part = x - below;
  if (part === 0.5) return below % 2 === 0 ? below : below + 1;
  return part < 0.5 ? below : below + 1;
}
