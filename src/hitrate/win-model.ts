import type { LogisticModel } from "../statistics/logistic-model.ts";
import type { PredictionQuality } from "../statistics/prediction-quality.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { WithdrawnRule } from "./hit-rate-options.ts";

/** One level of a feature, with the hit rate as counted: nothing else held equal. */
export interface WinLevel {
  /** A value of the key; `"(other)"` for rare ones together, `"(missing)"` for offers without any. */
  readonly level: string;
  /** Decided offers that the model was fitted to, and those of them that were won. */
  readonly offers: number;
  readonly won: number;
  /** Won ÷ decided, with Wilson's interval. */
  readonly hitRate: number;
  readonly lower: number;
  readonly upper: number;
}

/** What the model knows of a feature. */
export interface WinFeature {
  readonly feature: string;
  /** `"value"` is a number and enters as log(1 + value); all others are categories. */
  readonly kind: "number" | "category";
  /** Of a category, the level with the most offers first: the others are compared with it. Empty for numbers. */
  readonly levels: readonly WinLevel[];
  /** Levels with too few offers that stand together as `"(other)"`. */
  readonly pooled: readonly string[];
}

/** How the features foretold offers that were decided later than those the model of the test was fitted to. */
export interface WinHoldout {
  /** First day of decision of the holdout; the test's model knows what was decided before. */
  readonly from: IsoDate;
  readonly trainingOffers: number;
  readonly offers: number;
  readonly quality: PredictionQuality;
  /** Brier score if every offer of the holdout had been given the hit rate of the training: what the features must beat. */
  readonly rateBrier: number;
}

/** What is doubtful about a model of wins. */
export type WinWarningCode =
  | "no-better-than-chance"
  | "no-better-than-rate"
  | "too-good"
  | "no-holdout"
  | "missing-while-open"
  | "feature-left-out";

/** A doubt that stops nothing, as data. */
export interface WinWarning {
  readonly code: WinWarningCode;
  /** The features that it is about. */
  readonly features: readonly string[];
  /** What it means and what to do, in English. */
  readonly message: string;
}

/** How the offers of the book stood on the day of the fit; those submitted later are in none of these. */
export interface WinModelOffers {
  readonly won: number;
  readonly lost: number;
  /** Fitted as lost if `withdrawn` of the model is `"lost"`, else left out. */
  readonly withdrawn: number;
  readonly open: number;
  /** Open ones that have not been submitted. */
  readonly drafts: number;
}

/** What the decided offers say about who wins: plain data, frozen, that survives JSON. */
export interface WinModel {
  readonly kind: "win-model";
  readonly version: 1;
  /** Decisions until the end of this day are known to the model. */
  readonly asOf: IsoDate;
  readonly withdrawn: WithdrawnRule;
  /** Levels with fewer decided offers stand together as `"(other)"`. */
  readonly minimum: number;
  readonly offers: WinModelOffers;
  /** In the order of the covariates of `logistic`. */
  readonly features: readonly WinFeature[];
  /** Fitted to all decided offers; its outcome is "won". */
  readonly logistic: LogisticModel;
  /** `null` if no holdout was wanted, or none could be had. */
  readonly holdout: WinHoldout | null;
  readonly warnings: readonly WinWarning[];
}
