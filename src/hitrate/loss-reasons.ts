import { keyOf } from "../offers/key-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { intervalByMethod } from "../statistics/proportion-interval.ts";
import { groupOffers, type OfferGroups } from "./hit-rate-groups.ts";
import { type OfferWindowOptions, WINDOW_NAMES } from "./hit-rate-options.ts";
import { compareLargest, compareNames } from "./hit-rate-order.ts";
import { offerOutcomes } from "./hit-rate-outcomes.ts";
import { assumptionsOf, type HitRatePlan, hitRatePlan, lossesOf } from "./hit-rate-plan.ts";
import type { HitRateAssumptions } from "./hit-rate-result.ts";
import { countOf, type HitRateTally, offeredValue, tallyOffers } from "./hit-rate-tally.ts";

/** Where the book says why an offer was lost, and which offers count as lost. */
export interface LossReasonOptions extends OfferWindowOptions {
  /** Name of the key of the book that holds the reason, such as `"reason"`. There is no default. */
  readonly key: string;
  /** Name of a key by which to tell reasons apart, such as `"product"`. Default: none. */
  readonly by?: string;
  /** The most frequent first (default), or those that cost most, as offered. */
  readonly order?: "offers" | "value";
}

const NAMES = { ...WINDOW_NAMES, key: true, by: true, order: true } satisfies Record<
  keyof LossReasonOptions,
  true
>;

/** How many offers were lost for a reason. */
export interface LossReason {
  /** `null` for offers that give none. */
  readonly reason: GroupKey;
  readonly offers: number;
  /** Share of all offers lost, those without a reason among them. */
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
  /** Value of these offers, as offered; `null` if the book holds no values, as is its share. */
  readonly value: number | null;
  /** Share of the value of all offers lost; `null` also if that is 0. */
  readonly shareOfValue: number | null;
}

/** Why offers were lost: their number and value by reason. */
export interface LossReasonTable {
  readonly rows: readonly LossReason[];
  /** Offers lost. */
  readonly offers: number;
  /** Their value, as offered; `null` if the book holds no values. */
  readonly value: number | null;
}

/** Why offers of a group were lost. */
export interface GroupLossReasons extends LossReasonTable {
  /** `null` for offers that say nothing under the key `by`. */
  readonly group: GroupKey;
}

/** Why offers were lost. */
export interface LossReasons extends LossReasonTable {
  /** The same for each group, that with the most first; shares are of the group. Empty without `by`. */
  readonly groups: readonly GroupLossReasons[];
  readonly assumptions: HitRateAssumptions;
}

/**
 * Why offers were lost (Absagegründe): their number and value by reason.
 *
 * Shares are of all that was lost; offers without a reason are a row of their own, since leaving them out would make the others look more frequent than
 * they are known to be. Withdrawn offers, and those that nobody decided in time, are lost only if the options say so.
 *
 * @param book - What `offerBook` returns, with a key that holds the reason.
 * @param options - `key` (the reason), `by` (another key), `order` (`"offers"`, default, or `"value"`), and as for `hitRate`: `asOf`, `from`, `to`, `window`,
 *   `withdrawn`, `noDecisionAfter`, `noDecision`, `level`, `interval`.
 * @returns `{ rows, offers, value, groups, assumptions }`: per reason the number, its share of all lost with interval, and the same by value.
 * @throws {@link DataError} if the book has no such key, `order` is by value without values, or for options that are none.
 *
 * @example
 * import { lossReasons, offerBook } from "clientele";
 *
 * const book = offerBook(
 *   [
 *     { status: "lost", submitted: "2025-01-10", decided: "2025-02-01", value: 500, reason: "price" },
 *     { status: "lost", submitted: "2025-01-12", decided: "2025-02-03", value: 300, reason: "price" },
 *     { status: "lost", submitted: "2025-01-15", decided: "2025-03-01", value: 800, reason: null },
 *     { status: "won", submitted: "2025-02-01", decided: "2025-02-20", value: 900, reason: null },
 *   ],
 *   { keys: { reason: "reason" } },
 * );
 * lossReasons(book, { key: "reason" }).rows.map(({ reason, share, shareOfValue }) => [reason, share, shareOfValue]);
 * // => [["price", 0.6667, 0.5], [null, 0.3333, 0.5]]
 */
export function lossReasons(book: OfferBook, options: LossReasonOptions): LossReasons {
  checkNames("options", options, NAMES);
  const { key, by, order = "offers", ...window } = options;
  const plan = hitRatePlan(book, window);
  checkOption("key", key, key === undefined ? "Say which key of the book holds the reason." : null);
  checkOneOf("order", order, book.values === null ? ["offers"] : ["offers", "value"]);
  const { outcomes } = offerOutcomes(book, plan);
  const reason = keyOf(book, key, "key");
  const overall = groupOffers([reason], outcomes.length);
  const groups: GroupLossReasons[] = [];
  if (by !== undefined) {
    const split = groupOffers([keyOf(book, by, "by"), reason], outcomes.length);
    const tally = tallyOffers(book, outcomes, split.codes, split.groups.length);
    for (const [group, members] of membersOf(split)) {
      const table = reasonTable(tally, members, plan, order);
      if (table.offers > 0) groups.push({ group, ...table });
    }
    groups.sort(
      (one, other) => compareLargest(one[order], other[order]) || compareNames([one.group], [other.group]),
    );
  }
  const tally = tallyOffers(book, outcomes, overall.codes, overall.groups.length);
  const members = overall.groups.map(([name], place) => ({ reason: name ?? null, place }));
  return { ...reasonTable(tally, members, plan, order), groups, assumptions: assumptionsOf(plan) };
}

interface ReasonPlace {
  readonly reason: GroupKey;
  /** Its place in the tally. */
  readonly place: number;
}

function membersOf({ groups }: OfferGroups): ReadonlyMap<GroupKey, readonly ReasonPlace[]> {
  const members = new Map<GroupKey, ReasonPlace[]>();
  for (const [place, [group = null, reason = null]] of groups.entries()) {
    const known = members.get(group) ?? [];
    known.push({ reason, place });
    members.set(group, known);
  }
  return members;
}

function reasonTable(
  tally: HitRateTally,
  members: readonly ReasonPlace[],
  { withdrawn, noDecision, level, interval }: HitRatePlan,
  order: "offers" | "value",
): LossReasonTable {
  const losses = lossesOf(withdrawn, noDecision);
  const counted = members
    .map(({ reason, place }) => ({
      reason,
      offers: countOf(tally, place, losses),
      value: tally.valued ? offeredValue(tally, place, losses) : null,
    }))
    .filter(({ offers }) => offers > 0)
    .sort(
      (one, other) => compareLargest(one[order], other[order]) || compareNames([one.reason], [other.reason]),
    );
  const offers = counted.reduce((sum, row) => sum + row.offers, 0);
  const value = tally.valued ? counted.reduce((sum, row) => sum + (row.value ?? 0), 0) : null;
  const rows = counted.map((row): LossReason => {
    const estimate = intervalByMethod(row.offers, offers, level, interval);
    return {
      reason: row.reason,
      offers: row.offers,
      share: row.offers / offers,
      lower: estimate?.lower ?? 0,
      upper: estimate?.upper ?? 1,
      value: row.value,
      shareOfValue: row.value === null || value === null || value === 0 ? null : row.value / value,
    };
  });
  return { rows, offers, value };
}
