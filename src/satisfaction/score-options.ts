import type { Accessor } from "../rows/accessor.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import { type SatisfactionMeasure, type Scale, type ScaleOptions, scaleOf } from "./satisfaction-measure.ts";

/** Where a row holds the answer, and how sure the limits are to be. */
export interface ScoreOptions<Row> extends ConfidenceOptions {
  /** The answer as a whole number of the scale; missing, `null` or `""` for who was asked and did not answer. Default the field `score`. */
  readonly score?: Accessor<Row, number>;
}

/** Which question was asked, and where a row holds the answer. */
export interface SatisfactionOptions<Row, Measure extends SatisfactionMeasure>
  extends ScoreOptions<Row>,
    ScaleOptions {
  /** `"nps"`, `"csat"` or `"ces"`. There is no default. */
  readonly measure: Measure;
}

/** Options that every score has. */
export const SCORE_NAMES = { score: true, level: true } as const;

/** Options that say what was asked. */
export const MEASURE_NAMES = { measure: true, score: true, scale: true, satisfied: true } as const;

/** Options that every function has which asks for a measure. */
export const SATISFACTION_NAMES: Readonly<Record<keyof SatisfactionOptions<never, never>, true>> = {
  ...MEASURE_NAMES,
  level: true,
};

/** The options as the room uses them. */
export interface CheckedScoreOptions<Row> {
  readonly scale: Scale;
  readonly score: Accessor<Row, number> | "score";
  readonly level: number;
}

/** Checks scale and level; the names of the options have been checked. */
export function checkedScoreOptions<Row>(
  options: ScoreOptions<Row> & ScaleOptions,
  measure: SatisfactionMeasure,
): CheckedScoreOptions<Row> {
  const { score = "score", level = 0.95 } = options;
  checkLevel(level);
  return { scale: scaleOf(measure, options), score, level };
}
