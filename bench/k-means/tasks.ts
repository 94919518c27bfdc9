/** Ways to eight clusters: from the same first centres with as many iterations, or as one calls it. */
export const WAYS = ["ml-kmeans", "same iterations", "same start, to the end", "kMeans, 10 starts"] as const;

export type Way = (typeof WAYS)[number];

export interface KMeansTask {
  readonly way: Way;
  readonly rows: number;
  readonly features: number;
  readonly clusters: number;
  readonly runs: number;
}
