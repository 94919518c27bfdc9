/** The default segments of RFM. */
export type RfmSegment =
  | "champions"
  | "loyal"
  | "potential-loyalist"
  | "recent"
  | "promising"
  | "needs-attention"
  | "about-to-sleep"
  | "at-risk"
  | "cant-lose"
  | "hibernating"
  | "lost";

/** The scores of a customer, as a rule sees them; higher is better. */
export interface RfmScores {
  readonly recencyScore: number;
  readonly frequencyScore: number;
  readonly monetaryScore: number;
  /** Mean of frequency and monetary score, a half rounded up; `null` if the two have different numbers of scores. */
  readonly fmScore: number | null;
}

/** Which customers belong to a segment: by cells of the grid of R and FM, or by a condition on the scores. */
export type SegmentRule<Segment extends string = string> =
  | {
      readonly segment: Segment;
      /** Recency score and FM score, two digits each, e.g. `["55", "54"]`. */
      readonly cells: readonly string[];
    }
  | {
      readonly segment: Segment;
      /** Whether customers with these scores belong to the segment; asked once for each combination of scores. */
      readonly when: (scores: RfmScores) => boolean;
    };

/**
 * The default rules: each of the 25 cells of recency (1–5) and FM (1–5) belongs to exactly one segment.
 *
 * Take them as a start for rules of your own.
 */
export const RFM_RULES: readonly {
  readonly segment: RfmSegment;
  readonly cells: readonly string[];
}[] = [
  { segment: "champions", cells: ["55", "54", "45"] },
  { segment: "loyal", cells: ["53", "44", "35", "34"] },
  { segment: "potential-loyalist", cells: ["52", "42", "33", "43"] },
  { segment: "recent", cells: ["51"] },
  { segment: "promising", cells: ["41", "31"] },
  { segment: "needs-attention", cells: ["32", "23", "22"] },
  { segment: "about-to-sleep", cells: ["21"] },
  { segment: "at-risk", cells: ["25", "24", "13"] },
  { segment: "cant-lose", cells: ["15", "14"] },
  { segment: "hibernating", cells: ["12"] },
  { segment: "lost", cells: ["11"] },
];
