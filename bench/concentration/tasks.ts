export const ANALYSES = ["ABC classes", "Gini", "all measures of concentration"] as const;
export const WAYS = ["clientele", "naive"] as const;

export interface ConcentrationTask {
  readonly analysis: (typeof ANALYSES)[number];
  readonly way: (typeof WAYS)[number];
  readonly rows: number;
  readonly runs: number;
}
