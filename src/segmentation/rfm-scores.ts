import { RFM_DIMENSIONS, type RfmBreaks, type RfmDimension } from "./rfm-dimension.ts";
import type { RfmPlan } from "./rfm-plan.ts";
import { levelsBy, quantileLevels } from "./rfm-quantile-scores.ts";
import { rankScores } from "./rfm-rank-scores.ts";
import type { RfmValues } from "./rfm-values.ts";

/** The scores of each customer, from 1 up, and the limits that made them. */
export interface ScoredValues {
  readonly scores: Readonly<Record<RfmDimension, Uint8Array>>;
  /** `null` where no limits hold for everybody. */
  readonly limits: RfmBreaks | null;
  /** Dimensions in which customers with equal values have different scores. */
  readonly parted: readonly RfmDimension[];
}

/** Turns raw values into scores, by the method of the plan. */
export function scoreValues(values: RfmValues, plan: RfmPlan<string>): ScoredValues {
  if (plan.method === "rank") return { ...rankScores(values, plan.bins), limits: null };
  if (plan.method === "nested") return nestedScores(values, plan);
  return scoresByLimits(values, plan);
}

function scoresByLimits(values: RfmValues, { bins, breaks }: RfmPlan<string>): ScoredValues {
  const everybody = new Int32Array(values.ids.length);
  const limits: Record<RfmDimension, readonly number[]> = { recency: [], frequency: [], monetary: [] };
  const scoresOf = (dimension: RfmDimension): Uint8Array => {
    const column = values[dimension];
    const own = breaks === null ? null : Float64Array.from(breaks[dimension]);
    const { levels, limits: found } =
      own === null
        ? quantileLevels(column, everybody, 1, bins[dimension])
        : { levels: levelsBy(column, everybody, own, own.length), limits: own };
    limits[dimension] = Array.from(found);
    return scoresOfLevels(levels, dimension, bins[dimension]);
  };
  const scores = {
    recency: scoresOf("recency"),
    frequency: scoresOf("frequency"),
    monetary: scoresOf("monetary"),
  };
  // Quantiles of nobody are no limits.
  return { scores, limits: breaks === null && values.ids.length === 0 ? null : limits, parted: [] };
}

/** Frequency among customers of one recency score, monetary among those who share both. */
function nestedScores(values: RfmValues, { bins }: RfmPlan<string>): ScoredValues {
  const group = new Int32Array(values.ids.length);
  const found: Uint8Array[] = [];
  let groups = 1;
  for (const dimension of RFM_DIMENSIONS) {
    const { levels } = quantileLevels(values[dimension], group, groups, bins[dimension]);
    const scores = scoresOfLevels(levels, dimension, bins[dimension]);
    for (let i = 0; i < group.length; i++) {
      group[i] = (group[i] as number) * bins[dimension] + (scores[i] as number) - 1;
    }
    groups *= bins[dimension];
    found.push(scores);
  }
  const [recency, frequency, monetary] = found as [Uint8Array, Uint8Array, Uint8Array];
  return { scores: { recency, frequency, monetary }, limits: null, parted: [] };
}

/** The highest score is best: fewest days, most orders, most revenue. */
function scoresOfLevels(levels: Uint8Array, dimension: RfmDimension, bins: number): Uint8Array {
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i] as number;
    levels[i] = dimension === "recency" ? bins - level : level + 1;
  }
  return levels;
}
