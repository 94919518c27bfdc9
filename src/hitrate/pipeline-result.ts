import type { CustomerId } from "../rows/customer-id.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import type { Interval } from "../statistics/confidence.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { PipelineRate } from "./pipeline-rates.ts";

/** What offers may bring: the mean of all that may happen, and between which limits it will probably lie. */
export interface PipelineExpectation extends Interval {
  /** Sum over the offers of probability (× value). */
  readonly expected: number;
}

/** Where the probability of an offer comes from. */
export type PipelineBasis = "given" | "history" | "no-group-history" | "older-than-any-decision" | "unknown";

/** An offer of the pipeline. */
export interface PipelineRow {
  readonly offerId: CustomerId;
  /** `null` if the row of the offer names nobody. */
  readonly customerId: CustomerId | null;
  /** Handed over and not decided (`"open"`), or not handed over yet (`"draft"`). */
  readonly standing: "open" | "draft";
  /** Days since its submission, as of the day of the pipeline; `null` for a draft. */
  readonly ageDays: number | null;
  /** Probability that it is won some day, from 0 to 1; `null` if nothing tells it. */
  readonly probability: number | null;
  readonly basis: PipelineBasis;
  /** As offered, in money; `null` if the book holds no values. */
  readonly value: number | null;
  /** Probability × value; `null` if one of them is. */
  readonly expectedValue: number | null;
}

/** Some offers of the pipeline together. */
export interface PipelineTotal {
  /** Number of offers. */
  readonly offers: number;
  /** Offers among them without a probability; they stand in no expectation. */
  readonly withoutProbability: number;
  /** Value of all of them as offered; `null` if the book holds no values. */
  readonly value: number | null;
  /** Offers that will be won; `null` if none of the offers has a probability. */
  readonly wins: PipelineExpectation | null;
  /** The weighted pipeline (gewichtete Pipeline): value of the offers that will be won. `null` without values or probabilities. */
  readonly wonValue: PipelineExpectation | null;
}

/** The offers of the pipeline under one value of a key. */
export interface PipelineGroup {
  /** The value of the key; `null` for offers that have none. */
  readonly group: GroupKey;
  readonly open: PipelineTotal;
  readonly drafts: PipelineTotal;
}

/** The decided and the open offers that probabilities or days were learned from. */
export interface PipelineHistory {
  readonly won: number;
  readonly lost: number;
  readonly withdrawn: number;
  /** Submitted and not decided as of the day; they tell how long offers stay open. */
  readonly open: number;
  /** Days from submission to the latest decision of any; `null` if nothing was decided. */
  readonly longestDecision: number | null;
  /**
   * Share of all offers submitted that stay open beyond the latest decision of any. They count as not won: whether they only take longer than the history
   * reaches, it cannot tell. `null` if nothing was decided.
   */
  readonly undecided: number | null;
}

/** How the probabilities came about. */
export interface PipelineMethod {
  /** Passed by the caller, learned from the decided offers of the book, or `"none"` as nothing was decided. */
  readonly source: "given" | "learned" | "none";
  /** Whether the age of an offer counts. */
  readonly age: boolean;
  /** Keys of the groups that were told apart. */
  readonly by: readonly string[];
  /** Stages that were told apart, first to last. */
  readonly stages: readonly string[];
  /** Rates of the groups, or of the stages; empty without. */
  readonly rates: readonly PipelineRate[];
}

/** What makes a pipeline or a forecast doubtful, or empty. */
export type PipelineWarningCode =
  | "no-offers"
  | "nothing-decided"
  | "one-outcome"
  | "undecided-offers"
  | "older-than-any-decision"
  | "no-group-history"
  | "groups-alike"
  | "unknown-stage"
  | "without-probability"
  | "no-values"
  | "after-end";

/** A doubt that stops nothing, as data. */
export interface PipelineWarning {
  readonly code: PipelineWarningCode;
  /** How many offers it concerns. */
  readonly count: number;
  /** What it means, in English. */
  readonly message: string;
}

/** All open offers of a book with their probabilities and what they may bring. */
export interface WeightedPipeline {
  /** Day as of which the book was judged. */
  readonly asOf: IsoDate;
  /** Share of such intervals that cover what will happen. */
  readonly level: number;
  readonly method: PipelineMethod;
  /** `null` if probabilities were given. */
  readonly history: PipelineHistory | null;
  /** Every open offer and every draft, in the order of the book. */
  readonly rows: readonly PipelineRow[];
  /** Offers handed over and not decided. */
  readonly open: PipelineTotal;
  /** Offers that have not been handed over. */
  readonly drafts: PipelineTotal;
  /** Both together. */
  readonly total: PipelineTotal;
  /** By the values of the key `by`, in the order in which they first appear among these offers; empty without `by`. */
  readonly groups: readonly PipelineGroup[];
  readonly warnings: readonly PipelineWarning[];
}
