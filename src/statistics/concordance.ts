import { denseRanks } from "../math/dense-ranks.ts";
import { FenwickTree } from "../math/fenwick-tree.ts";
import type { CoxSample } from "./cox-sample.ts";

/**
 * How well an order of risks foretells the order of events (Harrell's C).
 *
 * A pair can be compared if one of them had the event while the other, of the same stratum, was still under observation; somebody censored
 * at that very time counts as having outlived it. Two events at one time say nothing.
 */
export interface Concordance {
  /** Share of the pairs in which the one at higher risk had the event first, pairs of equal risk counted half; `null` without pairs. */
  readonly value: number | null;
  /** By the infinitesimal jackknife, the risks taken as given; `null` without pairs. */
  readonly standardError: number | null;
  /** Pairs, weighted: as foretold, the other way round, and of equal risk. */
  readonly concordant: number;
  readonly discordant: number;
  readonly tied: number;
}

/** Sums of weights of the pairs that each row is part of. */
interface Pairs {
  readonly concordant: Float64Array;
  readonly discordant: Float64Array;
  readonly tied: Float64Array;
}

/** Counts pairs in O(n log n). */
export function concordanceOf(sample: CoxSample, eta: Float64Array): Concordance {
  const pairs: Pairs = {
    concordant: new Float64Array(sample.rows),
    discordant: new Float64Array(sample.rows),
    tied: new Float64Array(sample.rows),
  };
  const counts = { concordant: 0, discordant: 0, tied: 0 };
  for (let stratum = 0; stratum + 1 < sample.strataAt.length; stratum++) {
    const from = sample.strataAt[stratum] as number;
    const to = sample.strataAt[stratum + 1] as number;
    const { ranks, distinct } = denseRanks(eta.subarray(from, to));
    outlivers(sample, ranks, distinct.length, from, to, pairs, counts);
    outlived(sample, ranks, distinct.length, from, to, pairs);
  }
  const { concordant, discordant, tied } = counts;
  const comparable = concordant + discordant + tied;
  if (comparable === 0) return { value: null, standardError: null, ...counts };
  const value = (concordant + tied / 2) / comparable;
  let squares = 0;
  for (let i = 0; i < sample.rows; i++) {
    const c = pairs.concordant[i] as number;
    const t = pairs.tied[i] as number;
    const all = c + t + (pairs.discordant[i] as number);
    squares += (((sample.weight[i] as number) * (c + t / 2 - value * all)) / comparable) ** 2;
  }
  return { value, standardError: Math.sqrt(squares), ...counts };
}

/** For each event the pairs with those who outlived it, the latest times first. */
function outlivers(
  { time, event, weight, entry, byEntry }: CoxSample,
  ranks: Int32Array,
  size: number,
  from: number,
  to: number,
  pairs: Pairs,
  counts: { concordant: number; discordant: number; tied: number },
): void {
  const tree = new FenwickTree(size);
  let gone = from;
  for (let i = from; i < to; ) {
    const now = time[i] as number;
    let last = i;
    while (last < to && time[last] === now && event[last] === 1) last++;
    let next = last;
    // Those censored now outlive the events of now; the events themselves come in afterwards.
    for (; next < to && time[next] === now; next++)
      tree.add(ranks[next - from] as number, weight[next] as number);
    if (entry !== null && byEntry !== null && last > i) {
      for (; gone < to && (entry[byEntry[gone] as number] as number) >= now; gone++) {
        const place = byEntry[gone] as number;
        tree.add(ranks[place - from] as number, -(weight[place] as number));
      }
    }
    for (let k = i; k < last; k++) {
      const rank = ranks[k - from] as number;
      const below = tree.before(rank);
      const equal = tree.before(rank + 1) - below;
      const above = tree.total - below - equal;
      note(pairs, k, below, above, equal);
      const w = weight[k] as number;
      counts.concordant += w * below;
      counts.discordant += w * above;
      counts.tied += w * equal;
    }
    for (let k = i; k < last; k++) tree.add(ranks[k - from] as number, weight[k] as number);
    i = next;
  }
}

/** For each row the pairs with events that it outlived, the earliest times first. */
function outlived(
  { time, event, weight, entry, byEntry }: CoxSample,
  ranks: Int32Array,
  size: number,
  from: number,
  to: number,
  pairs: Pairs,
): void {
  const tree = new FenwickTree(size);
  const count = (place: number, sign: number): void => {
    const rank = ranks[place - from] as number;
    const below = tree.before(rank);
    const equal = tree.before(rank + 1) - below;
    note(pairs, place, sign * (tree.total - below - equal), sign * below, sign * equal);
  };
  let coming = to - 1;
  for (let i = to - 1; i >= from; ) {
    const now = time[i] as number;
    // Whoever enters before this time has not outlived the events so far.
    if (entry !== null && byEntry !== null) {
      for (; coming >= from && (entry[byEntry[coming] as number] as number) < now; coming--) {
        count(byEntry[coming] as number, -1);
      }
    }
    let first = i;
    while (first > from && time[first - 1] === now) first--;
    let censored = first;
    while (censored <= i && event[censored] === 1) censored++;
    for (let k = first; k < censored; k++) count(k, 1);
    for (let k = first; k < censored; k++) tree.add(ranks[k - from] as number, weight[k] as number);
    for (let k = censored; k <= i; k++) count(k, 1);
    i = first - 1;
  }
}

function note(pairs: Pairs, place: number, concordant: number, discordant: number, tied: number): void {
  pairs.concordant[place] = (pairs.concordant[place] as number) + concordant;
  pairs.discordant[place] = (pairs.discordant[place] as number) + discordant;
  pairs.tied[place] = (pairs.tied[place] as number) + tied;
}
