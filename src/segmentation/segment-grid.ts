import type { RfmBins } from "./rfm-dimension.ts";
import { checkSegmentRules, segmentOf } from "./segment-rule-check.ts";
import { RFM_RULES, type RfmScores, type SegmentRule } from "./segment-rules.ts";

/** What a combination of three scores means. */
export interface GridCell<Segment extends string> extends RfmScores {
  /** `"545"`: recency, frequency and monetary score. */
  readonly cell: string;
  /** `null` if there are no rules for these numbers of scores. */
  readonly segment: Segment | null;
}

/** All combinations of scores, each at its `cellPlace`, and the segments in the order of their rules, if there are rules. */
export interface SegmentGrid<Segment extends string> {
  readonly cells: readonly GridCell<Segment>[];
  readonly segments: readonly Segment[];
}

/** The place of three scores among all combinations. */
export function cellPlace(bins: RfmBins, recency: number, frequency: number, monetary: number): number {
  return ((recency - 1) * bins.frequency + frequency - 1) * bins.monetary + monetary - 1;
}

/** Checks the caller's rules, if there are any, and looks up every combination of scores once. */
export function segmentGrid<Segment extends string>(
  bins: RfmBins,
  own: readonly SegmentRule<Segment>[] | undefined,
): SegmentGrid<Segment> {
  const scores = combinations(bins);
  const rules = own === undefined ? defaultRules<Segment>(bins) : own;
  if (own !== undefined) checkSegmentRules(own, bins, scores);
  const cells = scores.map((each) => ({
    ...each,
    cell: `${each.recencyScore}${each.frequencyScore}${each.monetaryScore}`,
    segment: rules === null ? null : segmentOf(rules, each),
  }));
  return { cells, segments: rules === null ? [] : rules.map(({ segment }) => segment) };
}

/** Where the caller has no rules, `Segment` is that of the default rules. */
function defaultRules<Segment extends string>(bins: RfmBins): readonly SegmentRule<Segment>[] | null {
  const five = bins.recency === 5 && bins.frequency === 5 && bins.monetary === 5;
  return five ? (RFM_RULES as readonly SegmentRule[] as readonly SegmentRule<Segment>[]) : null;
}

function combinations(bins: RfmBins): readonly RfmScores[] {
  const scores: RfmScores[] = [];
  for (let recencyScore = 1; recencyScore <= bins.recency; recencyScore++) {
    for (let frequencyScore = 1; frequencyScore <= bins.frequency; frequencyScore++) {
      for (let monetaryScore = 1; monetaryScore <= bins.monetary; monetaryScore++) {
        // The mean of two whole numbers, a half rounded up.
        const mean = Math.ceil((frequencyScore + monetaryScore) / 2);
        const fmScore = bins.frequency === bins.monetary ? mean : null;
        scores.push({ recencyScore, frequencyScore, monetaryScore, fmScore });
      }
    }
  }
  return scores;
}
