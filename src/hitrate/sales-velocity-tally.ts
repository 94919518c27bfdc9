import { CompensatedSums } from "../math/compensated-sums.ts";
import { quantile } from "../math/quantile.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { LOST, OPEN, WITHDRAWN, WON } from "../offers/offer-status.ts";
import { rowsOfGroups } from "../statistics/pick-durations.ts";
import type { CivilDay } from "../time/civil-day.ts";

/** What the factors of a velocity are made of. */
export interface VelocityTally {
  readonly open: number;
  /** Sum of the values of the open offers; `null` if the book holds none. */
  readonly openValue: number | null;
  readonly won: number;
  /** Sum of the values of the orders; `null` if the book holds none. */
  readonly wonValue: number | null;
  readonly lost: number;
  readonly withdrawn: number;
  readonly meanDays: number | null;
  readonly medianDays: number | null;
}

/** Counts open offers, and those decided from a day on, by group. */
export function velocityTallies(
  book: OfferBook,
  standing: Uint8Array,
  groups: { readonly codes: Int32Array; readonly size: number },
  from: CivilDay | null,
): VelocityTally[] {
  const { submitted, decided, values, wonValues } = book;
  const counts = [OPEN, WON, LOST, WITHDRAWN].map(() => new Float64Array(groups.size));
  const openValue = new CompensatedSums(groups.size);
  const wonValue = new CompensatedSums(groups.size);
  const wonGroup = new Int32Array(standing.length).fill(-1);
  for (let i = 0; i < standing.length; i++) {
    const status = standing[i] as number;
    const count = counts[status];
    // Drafts and offers of later days have no count.
    if (count === undefined) continue;
    if (status !== OPEN && from !== null && (decided[i] as number) < from) continue;
    const group = groups.codes[i] as number;
    count[group] = (count[group] as number) + 1;
    if (status === OPEN && values !== null) openValue.add(group, values[i] as number);
    if (status !== WON) continue;
    wonGroup[i] = group;
    if (wonValues !== null) wonValue.add(group, wonValues[i] as number);
  }
  return rowsOfGroups(wonGroup, groups.size).map((rows, group) => {
    const days = new Float64Array(rows.length);
    let sum = 0;
    for (let at = 0; at < days.length; at++) {
      const i = rows[at] as number;
      days[at] = (decided[i] as number) - (submitted[i] as number);
      sum += days[at] as number;
    }
    return {
      open: counts[OPEN]?.[group] as number,
      openValue: values === null ? null : openValue.at(group),
      won: days.length,
      wonValue: wonValues === null ? null : wonValue.at(group),
      lost: counts[LOST]?.[group] as number,
      withdrawn: counts[WITHDRAWN]?.[group] as number,
      meanDays: days.length === 0 ? null : sum / days.length,
      medianDays: quantile(days.sort(), 0.5),
    };
  });
}
