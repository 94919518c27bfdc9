import type { OfferKey } from "../offers/offer-book.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import { numberDistinct } from "./hit-rate-distinct.ts";

/** The groups of offers, numbered in the order in which they first appear. */
export interface OfferGroups {
  /** For each offer the number of its group. */
  readonly codes: Int32Array;
  /** What each group is called under each key; `null` where its offers say nothing. */
  readonly groups: readonly (readonly GroupKey[])[];
}

/** Groups offers by combinations of keys: each combination is one integer, with a digit for each key. */
export function groupOffers(keys: readonly OfferKey[], offers: number): OfferGroups {
  const combined = new Float64Array(offers);
  let size = 1;
  for (const { codes, dictionary } of keys) {
    // One digit more for offers that say nothing.
    const digits = dictionary.length + 1;
    if (size * digits > Number.MAX_SAFE_INTEGER) {
      const found = numberDistinct(combined, size);
      combined.set(found.codes);
      size = found.firstAt.length;
    }
    for (let i = 0; i < offers; i++) {
      combined[i] = (combined[i] as number) * digits + (codes[i] as number) + 1;
    }
    size *= digits;
  }
  const { codes, firstAt } = numberDistinct(combined, size);
  const groups = firstAt.map((offer) =>
    keys.map((key): GroupKey => key.dictionary[key.codes[offer] as number] ?? null),
  );
  return { codes, groups };
}
