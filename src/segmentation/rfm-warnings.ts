import { RFM_DIMENSIONS, type RfmBins, type RfmDimension } from "./rfm-dimension.ts";
import type { RfmPlan } from "./rfm-plan.ts";
import type { ScoredValues } from "./rfm-scores.ts";
import type { RfmValues } from "./rfm-values.ts";

/**
 * What is doubtful about scores.
 *
 * `"no-customers"`: nobody is scored. `"few-distinct-values"`: a dimension has fewer distinct values than scores. `"unused-scores"`: there are
 * scores that nobody has, since many customers share a value or the breaks leave nobody between them. `"parted-ties"`: ranking gave customers
 * with equal values different scores.
 */
export type RfmWarningCode = "no-customers" | "few-distinct-values" | "unused-scores" | "parted-ties";

/** A doubt about scores. */
export interface RfmWarning {
  readonly code: RfmWarningCode;
  /** `null` if the doubt is about all. */
  readonly dimension: RfmDimension | null;
  /** The scores that nobody has; empty for other doubts. */
  readonly scores: readonly number[];
  /** What is doubtful, in English. */
  readonly message: string;
}

const NAMES: Readonly<Record<RfmDimension, string>> = {
  recency: "Recency",
  frequency: "Frequency",
  monetary: "Monetary",
};

/** What should be known before scores are believed. */
export function rfmWarnings(
  values: RfmValues,
  { method, bins }: RfmPlan<string>,
  { scores, parted }: ScoredValues,
): readonly RfmWarning[] {
  if (values.ids.length === 0) {
    return [
      {
        code: "no-customers",
        dimension: null,
        scores: [],
        message: "Nobody bought in the window: there is nobody to score.",
      },
    ];
  }
  const warnings: RfmWarning[] = [];
  for (const dimension of RFM_DIMENSIONS) {
    if (method !== "breaks") warnings.push(...warnFewValues(values, dimension, bins));
    const unused = unusedScores(scores[dimension], bins[dimension]);
    if (unused.length > 0) {
      const message = `${NAMES[dimension]}: nobody has the scores ${unused.join(", ")} of ${bins[dimension]}. ${unusedCause(method)}`;
      warnings.push({ code: "unused-scores", dimension, scores: unused, message });
    }
    if (parted.includes(dimension)) {
      const message = `${NAMES[dimension]}: customers with equal values have different scores. Where that would be unfair, use the method "quantile".`;
      warnings.push({ code: "parted-ties", dimension, scores: [], message });
    }
  }
  return warnings;
}

function unusedCause(method: string): string {
  if (method === "breaks") return "The breaks leave no customer between them.";
  if (method === "rank") return "There are fewer customers than scores.";
  return "Many customers share a value, or there are few customers: use fewer bins, or breaks that fit the values.";
}

function warnFewValues(values: RfmValues, dimension: RfmDimension, bins: RfmBins): readonly RfmWarning[] {
  const wanted = bins[dimension];
  const distinct = distinctUpTo(values[dimension], wanted);
  if (distinct >= wanted) return [];
  const message = `${NAMES[dimension]}: there are ${distinct} distinct values for ${wanted} scores: use fewer bins, or breaks that fit the values.`;
  return [{ code: "few-distinct-values", dimension, scores: [], message }];
}

/** How many distinct numbers there are, counted no further than `most`. */
function distinctUpTo(values: Float64Array, most: number): number {
  const seen: number[] = [];
  for (let i = 0; i < values.length && seen.length < most; i++) {
    const value = values[i] as number;
    if (!seen.includes(value)) seen.push(value);
  }
  return seen.length;
}

function unusedScores(scores: Uint8Array, bins: number): readonly number[] {
  const used = new Uint8Array(bins + 1);
  for (let i = 0; i < scores.length; i++) used[scores[i] as number] = 1;
  const unused: number[] = [];
  for (let score = 1; score <= bins; score++) if (used[score] === 0) unused.push(score);
  return unused;
}
