import { CompensatedSums } from "../math/compensated-sums.ts";
import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import { isoDate } from "../time/civil-day.ts";
import { ratesOf } from "./customer-rates.ts";
import type { RepeatPurchases } from "./repeat-purchases.ts";
import type { LedgerPlan } from "./retention-ledger-options.ts";
import type { LedgerRevenue, RetentionLedgerRow } from "./retention-ledger-row.ts";
import type { LedgerTally } from "./retention-ledger-tally.ts";

/** The rows of a ledger: each period begins where the one before ended. */
export function ledgerRows(
  tally: LedgerTally,
  repeats: RepeatPurchases,
  plan: LedgerPlan,
): readonly RetentionLedgerRow[] {
  const { names, starts, ends } = plan.sequence;
  const z = standardErrorsOfLevel(plan.level);
  const revenueAt = revenueMovements(tally);
  const rows: RetentionLedgerRow[] = [];
  let active = 0;
  let known = 0;
  for (let place = 0; place < tally.new.length; place++) {
    const start = active;
    const inactive = known - active;
    const [fresh, returned, lost] = [tally.new, tally.returned, tally.lost].map(
      (counts) => counts[place] ?? 0,
    );
    const counts = { new: fresh ?? 0, returned: returned ?? 0, lost: lost ?? 0 };
    active += counts.new + counts.returned - counts.lost;
    known += tally.known[place] as number;
    const revenue = revenueAt(place);
    // Place 0 is where the first period begins.
    if (place === 0) continue;
    const balance = { start, ...counts, kept: start - counts.lost, end: active, inactive };
    const buyers = repeats.buyers[place] as number;
    const repeatBuyers = repeats.repeatBuyers[place] as number;
    const repeating = wilsonInterval(repeatBuyers, buyers, z);
    rows.push({
      period: names[place] as string,
      from: isoDate(starts[place] as number),
      to: isoDate(ends[place] as number),
      start,
      new: counts.new,
      kept: balance.kept,
      returned: counts.returned,
      lost: counts.lost,
      end: active,
      inactive,
      ...ratesOf(balance, z),
      buyers,
      repeatBuyers,
      repeatPurchaseRate: repeating?.rate ?? null,
      repeatPurchaseLower: repeating?.lower ?? null,
      repeatPurchaseUpper: repeating?.upper ?? null,
      revenue,
    });
  }
  return rows;
}

/** Asked place by place, since windows are carried forward from one to the next. */
function revenueMovements({ money }: LedgerTally): (place: number) => LedgerRevenue {
  const sums = new CompensatedSums(2);
  const all = 0;
  const ofInactive = 1;
  let largest = 0;
  return (place) => {
    const start = sums.at(all);
    const difference = start - sums.at(ofInactive);
    // What is left of sums that cancel is rounding, and no revenue.
    largest = Math.max(largest, Math.abs(start));
    const ofActive = difference > 1e-12 * largest ? difference : 0;
    sums.addSum(all, money.change, place);
    sums.addSum(ofInactive, money.adjustment, place);
    const [expansion, contraction, lost] = [money.expansion, money.contraction, money.lost].map((sum) =>
      sum.at(place),
    ) as [number, number, number];
    const lasting = ofActive - lost - contraction;
    return {
      start,
      new: money.new.at(place),
      returned: money.returned.at(place),
      expansion,
      contraction,
      lost,
      adjustment: money.adjustment.at(place),
      end: sums.at(all),
      netRetentionRate: ofActive > 0 ? (lasting + expansion) / ofActive : null,
      grossRetentionRate: ofActive > 0 ? lasting / ofActive : null,
    };
  };
}
