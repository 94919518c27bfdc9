/** For each row its nearest centre, and how far it is. */
export interface Nearest {
  /** Places of centres, from 0; of centres as near as each other the first. */
  readonly labels: Int32Array;
  readonly distances: Float64Array;
}

/** The nearest centre of each row. */
export function nearestCentres(at: Float64Array, width: number, centres: Float64Array): Nearest {
  const rows = at.length / width;
  const labels = new Int32Array(rows);
  const distances = new Float64Array(rows);
  for (let i = 0, from = 0; i < rows; i++, from += width) {
    let least = Number.POSITIVE_INFINITY;
    let nearest = 0;
    for (let c = 0, to = 0; to < centres.length; c++) {
      let sum = 0;
      for (let j = 0; j < width; j++, to++) {
        const difference = (at[from + j] as number) - (centres[to] as number);
        sum += difference * difference;
      }
      if (sum < least) {
        least = sum;
        nearest = c;
      }
    }
    labels[i] = nearest;
    distances[i] = Math.sqrt(least);
  }
  return { labels, distances };
}
