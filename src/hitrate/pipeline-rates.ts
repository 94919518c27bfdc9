import type { Random } from "../math/random.ts";
import { keyOf } from "../offers/key-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { LOST, WITHDRAWN, WON } from "../offers/offer-status.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import { betaBinomialOf } from "../statistics/beta-binomial-of.ts";
import { groupOffers } from "./hit-rate-groups.ts";
import type { LearningPlan } from "./pipeline-learning.ts";

/** How often offers of a group (or offers that reached a stage) were won. */
export interface PipelineRate {
  /** What the group is called under each key of `learn.by`; with `learn.stages` the stage. */
  readonly group: readonly GroupKey[];
  /** Offers won. With stages: all offers won, since each has passed all stages. */
  readonly won: number;
  /** Offers won, lost or withdrawn. With stages: those of them that reached it. */
  readonly decided: number;
  /** Won ÷ decided; `null` without decided offers. */
  readonly rate: number | null;
  /** The rate that is reckoned with: shrunken towards the mean of the groups; for stages the rate itself. `null` without any history. */
  readonly used: number | null;
}

/** Rates of winning by group, and what else they might be. */
export interface WinRates {
  readonly table: readonly PipelineRate[];
  /** For each offer of the book the place of its group in `table`; −1 if it has none. */
  readonly groupOf: Int32Array;
  /** The same, but −1 for all that have the rate of all offers. */
  readonly codes: Int32Array;
  readonly used: Float64Array;
  /** Draws all rates from what the history leaves possible. */
  draw(random: Random, into: Float64Array): void;
  /** Groups differ no more than by chance, so that all have the rate of all offers. */
  readonly alike: boolean;
  /** Lost and withdrawn offers that no stage could be told of. */
  readonly lostWithoutStage: number;
}

/** Won, and lost or withdrawn, by code. */
interface Tally {
  readonly won: Float64Array;
  readonly other: Float64Array;
}

/** One rate for all: no keys, no stages. */
export function winRates(book: OfferBook, standing: Uint8Array, plan: LearningPlan): WinRates {
  if (plan.stages.length > 0) return ratesByStage(book, standing, plan.stages);
  if (plan.by.length > 0) return ratesByGroup(book, standing, plan.by);
  const codes = new Int32Array(standing.length).fill(-1);
  return {
    table: [],
    groupOf: codes,
    codes,
    used: new Float64Array(0),
    draw: () => {},
    alike: false,
    lostWithoutStage: 0,
  };
}

function ratesByGroup(book: OfferBook, standing: Uint8Array, by: readonly string[]): WinRates {
  const keys = by.map((name, at) => keyOf(book, name, `learn.by[${at}]`));
  const { codes, groups } = groupOffers(keys, standing.length);
  const { won, other } = tallied(codes, standing, groups.length);
  const decided = won.map((count, g) => count + (other[g] as number));
  const { alpha, beta, mean } = betaBinomialOf(won, decided);
  const alike = alpha === null || beta === null;
  const used = decided.map((count, g) =>
    alike ? (mean ?? 0) : shrunken(won[g] as number, count, alpha, beta, mean ?? 0),
  );
  const table = groups.map((group, g) => ({
    group,
    won: won[g] as number,
    decided: decided[g] as number,
    rate: decided[g] === 0 ? null : (won[g] as number) / (decided[g] as number),
    used: mean === null ? null : (used[g] as number),
  }));
  return {
    table,
    groupOf: codes,
    codes: alike ? codes.map(() => -1) : codes,
    used,
    draw(random, into) {
      if (alike) return;
      for (let g = 0; g < used.length; g++) {
        const a = alpha + (won[g] as number);
        const b = beta + (other[g] as number);
        // Without own cases and without a prior that says anything there is nothing to draw.
        into[g] = a + b > 0 ? random.beta(a, b) : (used[g] as number);
      }
    },
    alike,
    lostWithoutStage: 0,
  };
}

function shrunken(won: number, decided: number, alpha: number, beta: number, mean: number): number {
  const weight = alpha + beta + decided;
  return weight === 0 ? mean : (alpha + won) / weight;
}

/**
 * The share of offers won among those decided that had reached at least a stage.
 *
 * Lost offers carry the stage where they died, won ones have passed all of them. What may be true beside it is Dirichlet over "won" and the stages at
 * which offers die, with half a win and half a loss added (Jeffreys).
 */
function ratesByStage(book: OfferBook, standing: Uint8Array, stages: readonly string[]): WinRates {
  const key = keyOf(book, "stage", "learn.stages");
  const orderOf = Int32Array.from(key.dictionary, (name) => stages.indexOf(String(name)));
  const codes = key.codes.map((code) => (code < 0 ? -1 : (orderOf[code] as number)));
  const { won, other } = tallied(codes, standing, stages.length);
  let wins = 0;
  let lostWithoutStage = 0;
  for (let i = 0; i < standing.length; i++) {
    if (standing[i] === WON) wins += 1;
    else if (isOther(standing[i] as number) && (codes[i] as number) < 0) lostWithoutStage += 1;
  }
  const used = new Float64Array(won.length);
  const decided = new Float64Array(won.length);
  fromTheEnd(other, wins, (s, all) => {
    decided[s] = all;
    used[s] = all === 0 ? 0 : wins / all;
  });
  const table = stages.map((stage, s) => {
    const rate = decided[s] === 0 ? null : (used[s] as number);
    return { group: [stage], won: wins, decided: decided[s] as number, rate, used: rate };
  });
  const died = new Float64Array(stages.length);
  return {
    table,
    groupOf: codes,
    codes,
    used,
    draw(random, into) {
      const winning = random.gamma(wins + 0.5, 1);
      for (let s = 0; s < died.length; s++) {
        died[s] = random.gamma((other[s] as number) + 0.5 / stages.length, 1);
      }
      fromTheEnd(died, winning, (s, all) => {
        into[s] = winning / all;
      });
    },
    alike: false,
    lostWithoutStage,
  };
}

/** Adds up what died at a stage or later and what was won. */
function fromTheEnd(died: Float64Array, won: number, write: (stage: number, all: number) => void): void {
  let all = won;
  for (let s = died.length - 1; s >= 0; s--) {
    all += died[s] as number;
    write(s, all);
  }
}

function isOther(fate: number): boolean {
  return fate === LOST || fate === WITHDRAWN;
}

function tallied(codes: Int32Array, standing: Uint8Array, groups: number): Tally {
  const won = new Float64Array(groups);
  const other = new Float64Array(groups);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    const fate = standing[i] as number;
    const tally = fate === WON ? won : isOther(fate) ? other : null;
    if (code >= 0 && tally !== null) tally[code] = (tally[code] as number) + 1;
  }
  return { won, other };
}
