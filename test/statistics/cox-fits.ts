import type { CoxModel } from "../../src/statistics/cox-model.ts";
import type { CoxTies } from "../../src/statistics/cox-ties.ts";
import type { TimeScale } from "../../src/statistics/time-scale.ts";

/** A Cox model computed by brute force: see the sources in test/reference/cox.json. */
export interface BruteFit {
  readonly ties: CoxTies;
  readonly coefficients: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly robust: readonly (readonly number[])[];
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  readonly score: number;
  readonly wald: number;
  readonly concordance: Readonly<
    Record<"value" | "standardError" | "concordant" | "discordant" | "tied", number>
  >;
  readonly survival: readonly {
    readonly x: readonly number[];
    readonly stratum: string | number;
    readonly time: number;
    readonly survival: number;
    readonly standardError: number;
  }[];
  /** One for each covariate, then all together. */
  readonly proportionalHazards: Readonly<Record<TimeScale, readonly number[]>>;
}

/** The largest difference between numbers of two lists, relative to the largest of the second. */
export function largestError(values: readonly number[], truth: readonly number[]): number {
  const scale = Math.max(...truth.map(Math.abs));
  const errors = values.map((value, i) => Math.abs(value - (truth[i] ?? Number.NaN)) / scale);
  return values.length === truth.length ? Math.max(...errors) : Number.POSITIVE_INFINITY;
}

/** Coefficients of a model, or another column of its table. */
export function columnOf(
  model: CoxModel,
  field: "coefficient" | "standardError" | "hazardRatio" | "lower" | "upper" | "z" | "pValue",
): number[] {
  return model.coefficients.map((row) => row[field] ?? Number.NaN);
}

/** Whether a number, printed with as many decimals as a text has, is that text: off by no more than half of the last digit. */
export function isPrinted(value: number, text: string): boolean {
  const decimals = text.split(".")[1]?.length ?? 0;
  return Math.abs(value - Number(text)) <= 0.5 * 10 ** -decimals * (1 + 1e-9);
}
