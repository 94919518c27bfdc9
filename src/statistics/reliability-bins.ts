import { chiSquareTail } from "../math/chi-square-tail.ts";
import type { ChiSquareTest } from "./cox-model.ts";
import { wilsonInterval } from "./proportion-interval.ts";

/** Cases of similar probability, and how many of them had the outcome. */
export interface ReliabilityBin {
  /** Least and largest probability among them. */
  readonly from: number;
  readonly to: number;
  readonly observations: number;
  readonly events: number;
  /** Mean of the probabilities. */
  readonly predicted: number;
  /** Share with the outcome, and Wilson's interval of it. */
  readonly observed: number;
  readonly lower: number;
  readonly upper: number;
}

/** Cases by ascending probability in groups of about equal size; equal probabilities stay together, so there may be fewer groups. */
export function reliabilityBins(
  probabilities: Float64Array,
  outcomes: Uint8Array,
  count: number,
  z: number,
): readonly ReliabilityBin[] {
  const total = probabilities.length;
  const order = Array.from(probabilities, (_, i) => i).sort(
    (a, b) => (probabilities[a] as number) - (probabilities[b] as number),
  );
  const bins: ReliabilityBin[] = [];
  let start = 0;
  let bin = 0;
  for (let i = 1; i <= total; i++) {
    const changes =
      i === total || probabilities[order[i] as number] !== probabilities[order[i - 1] as number];
    if (!changes) continue;
    const next = Math.floor((count * i) / total);
    if (i < total && next === bin) continue;
    bins.push(binOf(order.slice(start, i), probabilities, outcomes, z));
    start = i;
    bin = next;
  }
  return bins;
}

function binOf(
  members: readonly number[],
  probabilities: Float64Array,
  outcomes: Uint8Array,
  z: number,
): ReliabilityBin {
  let sum = 0;
  let events = 0;
  for (const i of members) {
    sum += probabilities[i] as number;
    events += outcomes[i] as number;
  }
  const observations = members.length;
  const rate = events / observations;
  const { lower, upper } = wilsonInterval(events, observations, z) ?? { lower: rate, upper: rate };
  return {
    from: probabilities[members[0] as number] as number,
    to: probabilities[members[observations - 1] as number] as number,
    observations,
    events,
    predicted: sum / observations,
    observed: rate,
    lower,
    upper,
  };
}

/** The test of Hosmer & Lemeshow (1980); `null` for fewer than three bins, or one whose probabilities are all 0 or all 1. */
export function hosmerLemeshow(bins: readonly ReliabilityBin[], sameData: boolean): ChiSquareTest | null {
  const degreesOfFreedom = bins.length - (sameData ? 2 : 0);
  if (bins.length < 3 || bins.some(({ predicted }) => predicted === 0 || predicted === 1)) return null;
  const statistic = bins.reduce(
    (sum, { observations, events, predicted }) =>
      sum + (events - observations * predicted) ** 2 / (observations * predicted * (1 - predicted)),
    0,
  );
  // A bin whose probabilities are all but 0 has next to no variance to measure by.
  if (!Number.isFinite(statistic)) return null;
  return { statistic, degreesOfFreedom, pValue: chiSquareTail(statistic, degreesOfFreedom) };
}
