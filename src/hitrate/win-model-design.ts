import { invalidOption } from "../rows/options.ts";
import type { ReadCovariate } from "../statistics/design-matrix.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import type { WinFeature, WinLevel } from "./win-model.ts";
import type { WinFeatureColumn } from "./win-model-columns.ts";

/** Level of the rare ones together. */
export const OTHER = "(other)";

/** Name of the coefficient of values. */
export const LOG_VALUE = "log(1 + value)";

/** A feature as a model may use it: what it will know, and the covariate. */
export interface UsableFeature {
  readonly feature: WinFeature;
  readonly covariate: ReadCovariate;
}

/** The decided offers that a model is fitted to. */
export interface FittedOffers {
  /** Places in the book. */
  readonly places: Int32Array;
  /** 1 for won; by place in the book. */
  readonly outcome: Uint8Array;
}

/** Joins rare levels of a feature and makes it a covariate; `null` if it is then the same for all offers. */
export function usableFeature(
  column: WinFeatureColumn,
  { places, outcome }: FittedOffers,
  minimum: number,
  z: number,
): UsableFeature | null {
  const { feature, values, levels } = column;
  if (levels === null) {
    const first = values[places[0] as number];
    if (places.every((place) => values[place] === first)) return null;
    const covariate = { name: LOG_VALUE, reference: null, values, levels: null };
    return { feature: { feature, kind: "number", levels: [], pooled: [] }, covariate };
  }
  const offers = new Int32Array(levels.length);
  const won = new Int32Array(levels.length);
  for (const place of places) {
    const level = values[place] as number;
    offers[level] = (offers[level] as number) + 1;
    won[level] = (won[level] as number) + (outcome[place] as number);
  }
  const counts = new Map<string, { offers: number; won: number }>();
  const pooled: string[] = [];
  const names = levels.map((level, i) => {
    const count = offers[i] as number;
    if (count === 0) return OTHER;
    const rare = count < minimum;
    if (rare) pooled.push(level);
    const name = rare ? OTHER : level;
    const sum = counts.get(name) ?? { offers: 0, won: 0 };
    counts.set(name, { offers: sum.offers + count, won: sum.won + (won[i] as number) });
    return name;
  });
  const known = [...counts].map(([level, count]): WinLevel => {
    const estimate = wilsonInterval(count.won, count.offers, z);
    const rate = count.won / count.offers;
    return {
      level,
      ...count,
      hitRate: rate,
      lower: estimate?.lower ?? rate,
      upper: estimate?.upper ?? rate,
    };
  });
  known.sort((a, b) => b.offers - a.offers || (a.level < b.level ? -1 : 1));
  if (known.length > MOST_LEVELS) throw tooMany(feature, known.length);
  const [largest] = known;
  if (largest === undefined || known.length === 1) return null;
  const placeOf = new Map(known.map(({ level }, i) => [level, i]));
  const codes = Float64Array.from(names, (name) => placeOf.get(name) ?? 0);
  return {
    feature: { feature, kind: "category", levels: known, pooled: pooled.sort() },
    covariate: {
      name: feature,
      reference: largest.level,
      values: values.map((level) => codes[level] as number),
      levels: known.map(({ level }) => level),
    },
  };
}

const MOST_LEVELS = 100;

function tooMany(feature: string, count: number): Error {
  const trouble = `${JSON.stringify(feature)} has ${count} levels with enough offers, more than ${MOST_LEVELS}: raise minimum, or take a coarser key.`;
  return invalidOption("features", feature, trouble);
}

/** What a level of a book is for the columns of a category; `seen` is false for a level that no fitted offer had. */
export function levelColumns(
  { levels, pooled }: WinFeature,
  columns: readonly string[],
  level: string,
): { readonly values: readonly number[]; readonly seen: boolean } {
  const listed = levels.some((known) => known.level === level);
  const seen = listed || pooled.includes(level);
  const other = levels.some((known) => known.level === OTHER);
  if (!seen && !other) {
    // Nothing is known of it: the mean of all offers.
    const total = levels.reduce((sum, known) => sum + known.offers, 0);
    const share = (name: string): number =>
      (levels.find((known) => known.level === name)?.offers ?? 0) / total;
    return { values: columns.map(share), seen };
  }
  const name = listed ? level : OTHER;
  return { values: columns.map((column) => (column === name ? 1 : 0)), seen };
}
