import { invalidOption } from "../rows/options.ts";
import type { WinWarning } from "./win-model.ts";
import type { WinFeatureColumn } from "./win-model-columns.ts";

/** Places of offers in the book by how they stand. */
export interface PlacesByStanding {
  readonly won: Int32Array;
  readonly lost: Int32Array;
  readonly open: Int32Array;
}

/** Fewer offers than this on a side say nothing about when a field is filled in. */
const ENOUGH = 5;

/**
 * Refuses a feature that is filled in by who knows the outcome, and doubts one that open offers lack more often.
 *
 * Such a feature looks splendid in the past and is worth nothing for offers that are open.
 */
export function leakOf(
  column: WinFeatureColumn,
  { won, lost, open }: PlacesByStanding,
  path: string,
): WinWarning | null {
  const { feature } = column;
  const [ofWon, ofLost, ofOpen] = [won, lost, open].map((places) => blankShare(column, places));
  if (ofWon === undefined || ofLost === undefined || ofOpen === undefined) return null;
  const what = column.levels === null ? "0" : "missing";
  if (won.length >= ENOUGH && lost.length >= ENOUGH && Math.abs(ofWon - ofLost) >= 0.5) {
    const trouble = `It is ${what} for ${percent(ofWon)} of won and ${percent(ofLost)} of lost offers, so it is filled in when the outcome is known and would tell it. Take what was known while the offer was open, such as the list price or the first quote, or leave it out.`;
    throw invalidOption(path, feature, trouble);
  }
  const decided = won.length + lost.length;
  const ofDecided = decided === 0 ? 0 : (ofWon * won.length + ofLost * lost.length) / decided;
  if (open.length < ENOUGH || ofOpen - ofDecided <= 0.2) return null;
  const shares = `${what} for ${percent(ofOpen)} of open and ${percent(ofDecided)} of decided offers`;
  if (ofOpen >= 0.9 && ofDecided <= 0.5) {
    const trouble = `It is ${shares}, so it is filled in when the decision is near or known: leave it out.`;
    throw invalidOption(path, feature, trouble);
  }
  const message = `${JSON.stringify(feature)} is ${shares}: what it says of those who have it need not hold for those who lack it. See whether it is filled in late, and if so leave it out.`;
  return { code: "missing-while-open", features: [feature], message };
}

function blankShare({ isBlank }: WinFeatureColumn, places: Int32Array): number {
  return places.length === 0
    ? 0
    : places.reduce((sum, place) => sum + (isBlank(place) ? 1 : 0), 0) / places.length;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
