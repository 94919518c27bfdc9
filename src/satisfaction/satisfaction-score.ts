import type { Interval } from "../statistics/confidence.ts";
import type { ProportionEstimate } from "../statistics/proportion-interval.ts";

/** A score of satisfaction and how far it can be trusted. */
export interface SatisfactionScore {
  readonly measure: "nps" | "csat" | "ces";
  /** Rows: who was asked, whether they answered or not. */
  readonly asked: number;
  readonly responses: number;
  /** Responses ÷ asked with its Wilson interval; `null` if nobody was asked. Of use only if the rows hold those who did not answer. */
  readonly responseRate: ProportionEstimate | null;
  /** NPS in [−1, 1], CSAT in [0, 1], CES on the scale of the question; `null` without responses. */
  readonly score: number | null;
  /** `null` without responses, and for the mean of one. */
  readonly standardError: number | null;
  /** Limits of the score; `null` where nothing can be said. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Confidence of the limits. */
  readonly level: number;
}

/** Shares that a score is made of. */
export interface NetPromoterScore extends SatisfactionScore {
  readonly measure: "nps";
  /** Answers of 9 and 10. */
  readonly promoters: number;
  /** Answers of 7 and 8. */
  readonly passives: number;
  /** Answers of 0 to 6. */
  readonly detractors: number;
}

/** Satisfied customers among those who answered. */
export interface CustomerSatisfactionScore extends SatisfactionScore {
  readonly measure: "csat";
  readonly satisfied: number;
  readonly unsatisfied: number;
}

/** The mean of how easy it was. */
export interface CustomerEffortScore extends SatisfactionScore {
  readonly measure: "ces";
  /** Answers above the middle of the scale, in the middle, and below. */
  readonly easy: number;
  readonly neutral: number;
  readonly difficult: number;
}

/** The score of each measure. */
export interface ScoreOfMeasure {
  readonly nps: NetPromoterScore;
  readonly csat: CustomerSatisfactionScore;
  readonly ces: CustomerEffortScore;
}

/** How much one score is above another. */
export interface SatisfactionDifference extends Interval {
  /** First − second, in the unit of the scores. */
  readonly difference: number;
  readonly level: number;
}
