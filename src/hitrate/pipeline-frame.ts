import { offersAsOf, standings } from "../offers/as-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { checkNumber, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { curvePlaces } from "./decision-curve.ts";
import { type DecisionHistory, decisionHistory } from "./decision-history.ts";
import type { Chances } from "./pipeline-chances.ts";
import { chancesGiven, chancesGivenByAge } from "./pipeline-chances-given.ts";
import { chancesByAge, chancesByRate } from "./pipeline-chances-learned.ts";
import { givenProbabilities, type PipelineProbabilities } from "./pipeline-given.ts";
import { type LearningPlan, learningPlan, type PipelineLearning } from "./pipeline-learning.ts";
import { type PipelineOffers, pipelineOffers } from "./pipeline-offers.ts";
import { type WinRates, winRates } from "./pipeline-rates.ts";
import type { PipelineBasis, PipelineHistory, PipelineMethod } from "./pipeline-result.ts";

/** Where the probabilities of open offers come from. */
export interface PipelineSourceOptions extends ConfidenceOptions {
  /** Day as of which the book is judged, inclusive; what was decided later was still open then. Default: the last day of the book. */
  readonly asOf?: DateInput;
  /** Probabilities known from elsewhere. Default: they are learned from the decided offers of the book. */
  readonly probabilities?: PipelineProbabilities;
  /** From what they are learned. Default: from the age of the offers alone. */
  readonly learn?: PipelineLearning;
  /** What the random numbers of the intervals begin with: a whole number of at least 0. Default 1. */
  readonly seed?: number;
}

export const SOURCE_NAMES: Readonly<Record<keyof PipelineSourceOptions, true>> = {
  asOf: true,
  probabilities: true,
  learn: true,
  level: true,
  seed: true,
};

/** The offers of a pipeline with their chances. */
export interface PipelineFrame {
  readonly asOf: CivilDay;
  readonly standing: Uint8Array;
  readonly offers: PipelineOffers;
  /** `null` if nothing tells them. */
  readonly chances: Chances | null;
  readonly history: DecisionHistory | null;
  readonly rates: WinRates | null;
  readonly method: PipelineMethod;
  readonly basisOf: (at: number) => PipelineBasis;
}

/** Reads what open offers there are and how likely they are to be won within some days (and ever); `null` asks only whether ever. */
export function pipelineFrame(
  book: OfferBook,
  options: PipelineSourceOptions,
  withDrafts: boolean,
  daysAheadOf: ((asOf: CivilDay) => readonly number[]) | null,
): PipelineFrame {
  const asOf = offersAsOf(book, options.asOf);
  const { probabilities, learn, level = 0.95, seed = 1 } = options;
  checkLevel(level);
  checkNumber("seed", seed, { least: 0, most: Number.MAX_SAFE_INTEGER, whole: true });
  if (probabilities !== undefined && learn !== undefined) {
    throw invalidOption(
      "learn",
      null,
      "Probabilities are either passed or learned: leave out learn or probabilities.",
    );
  }
  const plan = learningPlan(learn ?? {});
  if (daysAheadOf !== null && !plan.age) {
    throw invalidOption(
      "learn.age",
      false,
      "A forecast needs the age of offers to tell when they are decided: leave it out.",
    );
  }
  const standing = standings(book, asOf);
  const offers = pipelineOffers(book, asOf, standing, withDrafts);
  const daysAhead = daysAheadOf?.(asOf) ?? [];
  if (probabilities !== undefined) {
    const given = givenProbabilities(book, offers, probabilities);
    const history = daysAheadOf === null ? null : decisionHistory(book, asOf, standing);
    return {
      asOf,
      standing,
      offers,
      chances: history === null ? chancesGiven(given) : chancesGivenByAge(given, history, offers, daysAhead),
      history,
      rates: null,
      method: { source: "given", age: false, by: [], stages: [], rates: [] },
      basisOf: (at) => (Number.isNaN(given[at]) ? "unknown" : "given"),
    };
  }
  return learnedFrame(book, plan, { asOf, standing, offers }, daysAhead);
}

function learnedFrame(
  book: OfferBook,
  plan: LearningPlan,
  known: Pick<PipelineFrame, "asOf" | "standing" | "offers">,
  daysAhead: readonly number[],
): PipelineFrame {
  const { asOf, standing, offers } = known;
  const rates = winRates(book, standing, plan);
  const history = decisionHistory(book, asOf, standing);
  const nothing = history.days.length === 0;
  const chances = nothing
    ? null
    : plan.age
      ? chancesByAge(history, rates, offers, daysAhead)
      : chancesByRate(history, rates, offers);
  const source = nothing ? "none" : "learned";
  const oldest = curvePlaces(history).length - 2;
  const grouped = plan.by.length + plan.stages.length > 0;
  const basisOf = (at: number): PipelineBasis => {
    if (nothing) return "unknown";
    if (plan.age && (offers.ages[at] as number) >= oldest) return "older-than-any-decision";
    const group = rates.groupOf[offers.places[at] as number] as number;
    const empty = grouped && (group < 0 || rates.table[group]?.rate === null);
    return empty ? "no-group-history" : "history";
  };
  return { ...known, chances, history, rates, method: { source, ...plan, rates: rates.table }, basisOf };
}

export function historyOf({ history }: PipelineFrame): PipelineHistory | null {
  if (history === null) return null;
  const { won, lost, withdrawn, open, days, curve } = history;
  const decided = days.length > 0;
  return {
    won,
    lost,
    withdrawn,
    open,
    longestDecision: decided ? (days[days.length - 1] as number) : null,
    undecided: decided ? (curve.open.at(-1) as number) : null,
  };
}
