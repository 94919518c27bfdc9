import type { Predictor, PurchaseModel } from "../models/models.ts";
import { probabilityAlive } from "../models/probability-alive.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { daysPerUnit } from "../time/unit.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";

/** The days on which a customer bought up to a day, each as often as he did; empty if he never did. */
export function purchaseDays(log: TransactionLog, customer: number, until: CivilDay): readonly CivilDay[] {
  const days: CivilDay[] = [];
  for (let i = log.offsets[customer] as number; i < (log.offsets[customer + 1] as number); i++) {
    const day = log.days[i] as number;
    if (day <= until && isPurchase(log.amounts[i] as number)) days.push(day);
  }
  return days;
}

/** The probability of being alive at the end of a day. */
export interface AliveDay {
  readonly day: CivilDay;
  readonly probability: number;
}

/**
 * The probability that a customer is alive, from his first purchase to a day, as it stood on each day.
 *
 * At least every purchase and the day before it are asked about, since the probability leaps there; beyond some two hundred days not
 * every other day is.
 *
 * @param purchases - Days of his purchases in ascending order, at least one.
 */
export function aliveHistory(
  model: Predictor<PurchaseModel>,
  purchases: readonly CivilDay[],
  until: CivilDay,
  covariates: Readonly<Record<string, number>> | undefined,
): readonly AliveDay[] {
  const first = purchases[0] as CivilDay;
  const perUnit = daysPerUnit(model.unit);
  const step = Math.max(1, Math.ceil((until - first) / MOST_POINTS));
  const asked = new Set<CivilDay>([until]);
  for (let day = first; day <= until; day += step) asked.add(day);
  for (const day of purchases) {
    asked.add(day);
    if (day > first) asked.add(day - 1);
  }
  let done = 0;
  return [...asked]
    .sort((a, b) => a - b)
    .map((day) => {
      while (done < purchases.length && (purchases[done] as CivilDay) <= day) done += 1;
      const frequency = done - 1;
      const recency = ((purchases[frequency] as CivilDay) - first) / perUnit;
      const history = { frequency, recency, T: (day - first) / perUnit };
      const known = covariates === undefined ? history : { ...history, covariates };
      return { day, probability: probabilityAlive(model, known) };
    });
}

const MOST_POINTS = 200;
