/**
 * What is known of each point's distances without computing them anew, while centres move.
 *
 * Movements are summed up once for each centre, and points remember the sums at which they were measured: so nothing has to be written for those
 * at rest.
 */
export interface Bounds {
  /** When measured: distance to the second nearest centre − to the own one, + `drift` of the own one. */
  readonly gap: Float64Array;
  /** When measured: distance to the second nearest centre, + `others` of the own one. */
  readonly second: Float64Array;
  /** For each centre Σ of its movements. */
  readonly moved: Float64Array;
  /** For each centre Σ of the longest movement of all others. */
  readonly others: Float64Array;
  /** The sum of both: how much of `gap` is used up. */
  readonly drift: Float64Array;
}

/** Nothing is known yet. */
export function noBounds(points: number, clusters: number): Bounds {
  return {
    gap: new Float64Array(points).fill(Number.NEGATIVE_INFINITY),
    second: new Float64Array(points).fill(Number.NEGATIVE_INFINITY),
    moved: new Float64Array(clusters),
    others: new Float64Array(clusters),
    drift: new Float64Array(clusters),
  };
}

/** Forgets what was measured. */
export function forget({ gap, second }: Bounds): void {
  gap.fill(Number.NEGATIVE_INFINITY);
  second.fill(Number.NEGATIVE_INFINITY);
}

/** Adds how far centres went from where they were. */
export function noteMovements(
  before: Float64Array,
  centres: Float64Array,
  width: number,
  { moved, others, drift }: Bounds,
): void {
  let longest = 0;
  let secondLongest = 0;
  let farthest = -1;
  for (let c = 0; c < moved.length; c++) {
    let sum = 0;
    for (let place = c * width; place < (c + 1) * width; place++) {
      sum += ((centres[place] as number) - (before[place] as number)) ** 2;
    }
    const movement = Math.sqrt(sum);
    moved[c] = (moved[c] as number) + movement;
    if (movement > longest) {
      secondLongest = longest;
      longest = movement;
      farthest = c;
    } else if (movement > secondLongest) secondLongest = movement;
  }
  for (let c = 0; c < moved.length; c++) {
    others[c] = (others[c] as number) + (c === farthest ? secondLongest : longest);
    drift[c] = (others[c] as number) + (moved[c] as number);
  }
}

/** For each centre the others, nearest first. */
export interface Neighbours {
  /** Places of centres: `clusters − 1` for each centre. */
  readonly order: Int32Array;
  /** How far they are. */
  readonly apart: Float64Array;
}

/** Sorts the centres around each centre. */
export function neighboursOf(centres: Float64Array, clusters: number, width: number): Neighbours {
  const order = new Int32Array(clusters * (clusters - 1));
  const apart = new Float64Array(order.length);
  const distances = new Float64Array(clusters);
  for (let c = 0, to = 0; c < clusters; c++) {
    for (let other = 0; other < clusters; other++) {
      let sum = 0;
      for (let j = 0; j < width; j++) {
        sum += ((centres[c * width + j] as number) - (centres[other * width + j] as number)) ** 2;
      }
      distances[other] = Math.sqrt(sum);
    }
    const sorted = Int32Array.from({ length: clusters - 1 }, (_, k) => (k < c ? k : k + 1)).sort(
      (left, right) => (distances[left] as number) - (distances[right] as number),
    );
    for (const other of sorted) {
      order[to] = other;
      apart[to++] = distances[other] as number;
    }
  }
  return { order, apart };
}
