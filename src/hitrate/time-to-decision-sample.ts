import { NOT_YET, offersAsOf, standings } from "../offers/as-of.ts";
import { keyOf } from "../offers/key-of.ts";
import { NO_DAY, type OfferBook } from "../offers/offer-book.ts";
import { OPEN } from "../offers/offer-status.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import { checkOption } from "../rows/options.ts";
import { rowsOfGroups } from "../statistics/pick-durations.ts";
import { type CivilDay, civilDayOfIso, type IsoDate, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { groupOffers } from "./hit-rate-groups.ts";

/** Which offers are looked at, and by what they are grouped. */
export interface DecisionWindow {
  /** Day as of which offers are judged, inclusive; what was decided later was still open then. Default, and at most, the last day of the book. */
  readonly asOf?: DateInput;
  /** First day of submission; offers submitted before are left out. Default: none. */
  readonly from?: DateInput;
  /** A key of the book by which to group, such as `"seller"` or `"customer"`. Default: none. */
  readonly by?: string;
}

/** Which offers were looked at, and which were not. */
export interface DecisionScope {
  /** Day as of which offers were judged. */
  readonly asOf: IsoDate;
  /** First day of submission; `null` without one. */
  readonly from: IsoDate | null;
  /** The key of the groups; `null` without one. */
  readonly by: string | null;
  /** Offers left out because they were submitted before `from`. */
  readonly earlier: number;
  /** Offers left out because they were submitted after `asOf`. */
  readonly notYet: number;
  /** Open offers left out because they have not been submitted. */
  readonly drafts: number;
}

/** Offers submitted from a day on until another, with how long they waited. */
export interface DecisionSample {
  readonly scope: DecisionScope;
  /** Whole days from the submission to the end of the offer or to `asOf`; 0 on the same day. */
  readonly days: Float64Array;
  /** How each stands at the end of `asOf`: open, won, lost or withdrawn. */
  readonly standings: Uint8Array;
  /** The members of each group; empty without a key. */
  readonly groups: readonly { readonly group: GroupKey; readonly members: Int32Array }[];
}

/** The offers of a book that can tell how long a decision takes. */
export function decisionSample(
  book: OfferBook,
  { asOf: until, from: since, by }: DecisionWindow,
): DecisionSample {
  const last = offersAsOf(book, until);
  // After the last day that was observed nobody knows what became of the open offers.
  const asOf = book.until === null ? last : Math.min(last, civilDayOfIso(book.until));
  const from = since === undefined ? null : dayOption("from", since, book.timeZone);
  const late = `It lies after asOf, ${isoDate(asOf)}: pass an earlier day.`;
  checkOption("from", since, from !== null && from > asOf ? late : null);
  const key = by === undefined ? null : keyOf(book, by, "by");
  const standing = standings(book, asOf);
  const inside = new Int32Array(standing.length);
  let kept = 0;
  let earlier = 0;
  let notYet = 0;
  let drafts = 0;
  for (let i = 0; i < standing.length; i++) {
    const day = book.submitted[i] as number;
    if (day === NO_DAY) drafts += 1;
    else if (standing[i] === NOT_YET) notYet += 1;
    else if (from !== null && day < from) earlier += 1;
    else inside[kept++] = i;
  }
  const places = inside.subarray(0, kept);
  const groups = key === null ? null : groupOffers([key], standing.length);
  const codes = groups === null ? null : places.map((i) => groups.codes[i] as number);
  const members = codes === null ? [] : rowsOfGroups(codes, groups?.groups.length ?? 0);
  return {
    scope: {
      asOf: isoDate(asOf),
      from: from === null ? null : isoDate(from),
      by: key?.name ?? null,
      earlier,
      notYet,
      drafts,
    },
    days: daysOf(book, asOf, standing, places),
    standings: pick(standing, places),
    groups: members
      .map((rows, g) => ({ group: groups?.groups[g]?.[0] ?? null, members: rows }))
      .filter((one) => one.members.length > 0),
  };
}

function daysOf(book: OfferBook, asOf: CivilDay, standing: Uint8Array, places: Int32Array): Float64Array {
  const days = new Float64Array(places.length);
  for (let at = 0; at < days.length; at++) {
    const i = places[at] as number;
    const end = standing[i] === OPEN ? asOf : (book.decided[i] as number);
    days[at] = end - (book.submitted[i] as number);
  }
  return days;
}

/** The members of a group out of values of all. */
export function pick<Values extends Float64Array | Uint8Array>(values: Values, members: Int32Array): Values {
  const picked = new (values.constructor as new (length: number) => Values)(members.length);
  for (let i = 0; i < picked.length; i++) picked[i] = values[members[i] as number] as number;
  return picked;
}

/** Refuses quantiles that are none. */
export function checkQuantiles(quantiles: unknown): void {
  const fits = Array.isArray(quantiles) && quantiles.every((p) => typeof p === "number" && p > 0 && p <= 1);
  const trouble = "These are no quantiles: pass shares above 0 and at most 1, such as [0.25, 0.5, 0.75].";
  checkOption("quantiles", quantiles, fits ? null : trouble);
}
