import { hitRateBy, type OfferBook, offerBook } from "clientele";
import { naiveHitRates } from "./naive.ts";
import type { OfferRow } from "./workload.ts";

/** Sums over groups that must not depend on the way. */
export interface HitRateFigures {
  readonly groups: number;
  readonly won: number;
  readonly of: number;
  /** Sum of the rates by value over groups. */
  readonly valueRates: number;
}

/** A way from offers to hit rates by three keys. */
export interface HitRateVariant {
  readonly label: string;
  readonly prepare: (rows: readonly OfferRow[]) => unknown;
  readonly run: (input: unknown) => readonly RatedGroup[];
}

interface RatedGroup {
  readonly won: number;
  readonly of: number;
  readonly valueRate: number | null;
}

function variant<Input>(
  label: string,
  prepare: (rows: readonly OfferRow[]) => Input,
  run: (input: Input) => readonly RatedGroup[],
): HitRateVariant {
  return { label, prepare, run } as HitRateVariant;
}

export function figuresOf(groups: readonly RatedGroup[]): HitRateFigures {
  let [won, of, valueRates] = [0, 0, 0];
  for (const group of groups) {
    won += group.won;
    of += group.of;
    valueRates += group.valueRate ?? 0;
  }
  // Sums of the same values in another order differ in their last digits.
  return { groups: groups.length, won, of, valueRates: Math.round(valueRates * 1e6) / 1e6 };
}

const KEYS = { seller: "seller", product: "product", region: "region" } as const;
const NAMES = ["seller", "product", "region"] as const;

const bookOf = (rows: readonly OfferRow[]): OfferBook => offerBook(rows, { keys: KEYS });

function byKeys(book: OfferBook, shrink: boolean): readonly RatedGroup[] {
  return hitRateBy(book, NAMES, { shrink }).rows.map(({ won, of, byValue }) => ({
    won,
    of,
    valueRate: byValue?.rate ?? null,
  }));
}

const itself = (rows: readonly OfferRow[]): readonly OfferRow[] => rows;

export const HIT_RATE_VARIANTS = {
  raw: variant("clientele, from a book", bookOf, (book) => byKeys(book, false)),
  shrunken: variant("clientele, from a book, with shrunken rates", bookOf, (book) => byKeys(book, true)),
  rows: variant("clientele, from row objects, the book included", itself, (rows) =>
    byKeys(bookOf(rows), false),
  ),
  naive: variant("Map of texts, from row objects", itself, naiveHitRates),
} as const satisfies Record<string, HitRateVariant>;

export type HitRateVariantName = keyof typeof HIT_RATE_VARIANTS;
