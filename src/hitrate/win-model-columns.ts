import { keyOf } from "../offers/key-of.ts";
import { NO_DAY, type OfferBook } from "../offers/offer-book.ts";
import { invalidOption } from "../rows/options.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";

/** Level of offers that have none. */
export const MISSING = "(missing)";

/** A feature of all offers of a book. */
export interface WinFeatureColumn {
  readonly feature: string;
  /** log(1 + value) of each offer, or the place of its level. */
  readonly values: Float64Array;
  /** The levels, each once; `null` for numbers. */
  readonly levels: readonly string[] | null;
  /** Whether an offer says nothing: no key, or a value of 0. */
  readonly isBlank: (place: number) => boolean;
}

/** Reads a feature of a book; `asOf` is the day on which drafts would be submitted. */
export function featureColumn(
  book: OfferBook,
  feature: string,
  path: string,
  asOf: CivilDay,
): WinFeatureColumn {
  if (feature === "value") return valueColumn(book, path);
  if (feature === "submittedMonth") return monthColumn(book, asOf);
  const { codes, dictionary } = keyOf(book, feature, path);
  const levels: string[] = [];
  const placeOf = new Map<string, number>();
  // The text "1" and the number 1 are one level, since levels are texts.
  const places = dictionary.map((value) => {
    const level = String(value);
    const known = placeOf.get(level) ?? levels.push(level) - 1;
    placeOf.set(level, known);
    return known;
  });
  const missing = placeOf.get(MISSING) ?? levels.push(MISSING) - 1;
  const values = Float64Array.from(codes, (code) => (code < 0 ? missing : (places[code] as number)));
  return { feature, values, levels, isBlank: (place) => codes[place] === -1 };
}

function valueColumn({ values }: OfferBook, path: string): WinFeatureColumn {
  if (values === null) throw invalidOption(path, "value", "The book holds no values.");
  return {
    feature: "value",
    values: values.map((value) => Math.log1p(value)),
    levels: null,
    isBlank: (place) => values[place] === 0,
  };
}

const MONTHS = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

function monthColumn({ submitted }: OfferBook, asOf: CivilDay): WinFeatureColumn {
  const known = new Map<CivilDay, number>();
  const monthOf = (day: CivilDay): number => {
    let month = known.get(day);
    if (month === undefined) {
      month = Number(isoDate(day).slice(5, 7)) - 1;
      known.set(day, month);
    }
    return month;
  };
  const values = Float64Array.from(submitted, (day) => monthOf(day === NO_DAY ? asOf : day));
  return { feature: "submittedMonth", values, levels: MONTHS, isBlank: () => false };
}
