import type { RiskSums } from "./cox-risk-sums.ts";

/** How several events at one time are treated. */
export type CoxTies = "efron" | "breslow";

/**
 * What events at one time contribute, as sums over the steps in which they are taken to leave: with the share f of the leaving already gone,
 * S₀(f) = s0 − f·d0 are at risk. Efron takes one step for each event, each with their mean weight; Breslow one step with f = 0 for all.
 */
export interface TieSums {
  /** Σ log S₀(f), times the weight of a step. */
  logs: number;
  /** Σ fᵐ ÷ S₀(f), times the weight of a step, for m = 0 and 1. */
  a0: number;
  a1: number;
  /** Σ fᵐ ÷ S₀(f)², times the weight of a step, for m = 0, 1 and 2. */
  c0: number;
  c1: number;
  c2: number;
}

/** A record to be filled by `sumTies`, time after time. */
export function tieSums(): TieSums {
  return { logs: 0, a0: 0, a1: 0, c0: 0, c1: 0, c2: 0 };
}

/** Fills the sums for the events of one time. */
export function sumTies(into: TieSums, sums: RiskSums, ties: CoxTies): void {
  const events = sums.last - sums.first;
  const steps = ties === "efron" ? events : 1;
  const weight = sums.eventWeight / steps;
  into.logs = 0;
  into.a0 = 0;
  into.a1 = 0;
  into.c0 = 0;
  into.c1 = 0;
  into.c2 = 0;
  for (let step = 0; step < steps; step++) {
    const f = step / steps;
    // With a single event d0 is not filled, and f is 0.
    const risk = step === 0 ? sums.s0 : sums.s0 - f * sums.d0;
    const a = weight / risk;
    const c = a / risk;
    into.logs += weight * Math.log(risk);
    into.a0 += a;
    into.a1 += f * a;
    into.c0 += c;
    into.c1 += f * c;
    into.c2 += f * f * c;
  }
}

/** Whether the sums over those who leave matter: only then were they filled. */
export function haveTies(sums: RiskSums, ties: CoxTies): boolean {
  return ties === "efron" && sums.last - sums.first > 1;
}

/** Adds a factor times Σ over the steps of the variance of x among those at risk to a lower triangle. */
export function addVariance(
  into: Float64Array,
  { s1, s2, d1, d2 }: RiskSums,
  { a0, a1, c0, c1, c2 }: TieSums,
  tied: boolean,
  factor: number,
): void {
  const plain = factor * a0;
  const squared = factor * c0;
  for (let a = 0, k = 0; a < s1.length; a++) {
    const left = squared * (s1[a] as number);
    for (let b = 0; b <= a; b++, k++) {
      into[k] = (into[k] as number) + plain * (s2[k] as number) - left * (s1[b] as number);
    }
  }
  if (!tied) return;
  for (let a = 0, k = 0; a < s1.length; a++) {
    const s = s1[a] as number;
    const d = d1[a] as number;
    for (let b = 0; b <= a; b++, k++) {
      const cross = c1 * (s * (d1[b] as number) + d * (s1[b] as number)) - c2 * d * (d1[b] as number);
      into[k] = (into[k] as number) + factor * (cross - a1 * (d2[k] as number));
    }
  }
}
