import type { Clock } from "./workload.ts";

export const ANALYSES = ["Kaplan–Meier", "log-rank"] as const;
export const WAYS = ["columns", "rows", "naive"] as const;

export interface SurvivalTask {
  readonly analysis: (typeof ANALYSES)[number];
  readonly clock: Clock;
  readonly way: (typeof WAYS)[number];
  readonly rows: number;
  readonly runs: number;
}
