import { CompensatedSums } from "../math/compensated-sums.ts";
import { DRAFT, NOT_YET } from "../offers/as-of.ts";
import { keyOf } from "../offers/key-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { OPEN, WON } from "../offers/offer-status.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { quoted } from "../rows/issue.ts";
import { invalidOption } from "../rows/options.ts";
import type { CivilDay } from "../time/civil-day.ts";

/** Statuses of offers, for each of which there is a place at each stage. */
export const STATUSES = 4;

/** What became of offers at the furthest stage that they reached. */
export interface StageCounts {
  /** Place (group · stages + stage) · `STATUSES` + status. */
  readonly counts: Float64Array;
  readonly values: CompensatedSums | null;
  /** For each group. */
  readonly drafts: Float64Array;
  readonly withoutStage: Float64Array;
}

/** Which offers are counted, and as what. */
export interface StageScope {
  readonly stages: readonly CustomerId[];
  readonly from: CivilDay | null;
  /** Whether offers that were won have reached the last stage. */
  readonly wonReachesAll: boolean;
}

/** Counts offers by group, furthest stage and standing. */
export function countStages(
  book: OfferBook,
  standing: Uint8Array,
  groups: { readonly codes: Int32Array; readonly size: number },
  { stages, from, wonReachesAll }: StageScope,
): StageCounts {
  const { codes, dictionary } = keyOf(book, "stage", "book");
  const placeOf = new Map(stages.map((stage, k) => [stage, k]));
  // −1 for a word that is no stage.
  const placeOfCode = Int32Array.from(dictionary, (stage) => placeOf.get(stage) ?? -1);
  const unknown = new Set<CustomerId>();
  const counts = new Float64Array(groups.size * stages.length * STATUSES);
  const values = book.values === null ? null : new CompensatedSums(counts.length);
  const drafts = new Float64Array(groups.size);
  const withoutStage = new Float64Array(groups.size);
  for (let i = 0; i < standing.length; i++) {
    const status = standing[i] as number;
    if (status === NOT_YET) continue;
    if (status !== DRAFT && from !== null && (book.submitted[i] as number) < from) continue;
    const group = groups.codes[i] as number;
    const code = codes[i] as number;
    let stage = code < 0 ? -1 : (placeOfCode[code] as number);
    if (wonReachesAll && status === WON) stage = stages.length - 1;
    else if (code < 0) {
      withoutStage[group] = (withoutStage[group] as number) + 1;
      continue;
    } else if (stage < 0) {
      unknown.add(dictionary[code] as CustomerId);
      continue;
    }
    if (status === DRAFT) drafts[group] = (drafts[group] as number) + 1;
    const place = (group * stages.length + stage) * STATUSES + (status === DRAFT ? OPEN : status);
    counts[place] = (counts[place] as number) + 1;
    values?.add(place, book.values?.[i] as number);
  }
  if (unknown.size > 0) throw unknownStages(unknown, stages);
  return { counts, values, drafts, withoutStage };
}

function unknownStages(unknown: ReadonlySet<CustomerId>, stages: readonly CustomerId[]): Error {
  const list = (words: Iterable<CustomerId>): string => Array.from(words, quoted).join(", ");
  return invalidOption(
    "stages",
    null,
    `Offers have stages that are not listed: ${list(unknown)}; listed are ${list(stages)}. List every stage, in order. "Won" and "Lost" are no stages but statuses: say at the door how far a lost offer got.`,
  );
}
