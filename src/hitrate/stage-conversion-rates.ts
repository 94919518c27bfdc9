import { LOST, OPEN, WITHDRAWN, WON } from "../offers/offer-status.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { greenwoodStep } from "../statistics/product-limit.ts";
import { type ProportionEstimate, wilsonInterval } from "../statistics/proportion-interval.ts";
import type { WithdrawnRule } from "./hit-rate-options.ts";
import { STATUSES, type StageCounts } from "./stage-conversion-counts.ts";
import type { CumulativeConversion, FunnelStage } from "./stage-conversion-result.ts";

/** How rates are made. */
export interface FunnelPlan {
  readonly stages: readonly CustomerId[];
  readonly withdrawn: WithdrawnRule;
  /** Standard errors that intervals reach to either side. */
  readonly z: number;
}

interface Passage {
  /** The product of the rates so far. */
  readonly rate: number | null;
  /** Greenwood's sum of the steps so far. */
  readonly greenwood: number;
}

/** The stages of a group, from what became of its offers. */
export function funnelStages(
  { counts, values }: StageCounts,
  group: number,
  { stages, withdrawn, z }: FunnelPlan,
): FunnelStage[] {
  const start = group * stages.length;
  const at = (k: number, status: number): number => counts[(start + k) * STATUSES + status] as number;
  const moneyAt = (k: number, status: number): number => values?.at((start + k) * STATUSES + status) ?? 0;
  const all = [OPEN, WON, LOST, WITHDRAWN];
  const losses = withdrawn === "lost" ? [LOST, WITHDRAWN] : [LOST];
  const reached = fromHereOn(stages.length, (k) => sum(all, (status) => at(k, status)));
  const money = fromHereOn(stages.length, (k) => sum(all, (status) => moneyAt(k, status)));
  const won = fromHereOn(stages.length, (k) => at(k, WON));
  const lost = fromHereOn(stages.length, (k) => sum(losses, (status) => at(k, status)));
  const first = reached[0] as number;
  let passage: Passage = { rate: 1, greenwood: 0 };
  return stages.map((stage, k) => {
    const count = reached[k] as number;
    const before = k === 0 ? count : (reached[k - 1] as number);
    const unsettled = k === 0 ? 0 : at(k - 1, OPEN) + (withdrawn === "excluded" ? at(k - 1, WITHDRAWN) : 0);
    const of = before - unsettled;
    const step = wilsonInterval(count, of, z);
    const previous = passage;
    if (k > 0) passage = pass(previous, count, of);
    const decided = (won[k] as number) + (lost[k] as number);
    return {
      stage,
      reached: count,
      openHere: at(k, OPEN),
      lostHere: at(k, LOST),
      withdrawnHere: at(k, WITHDRAWN),
      wonHere: at(k, WON),
      value: values === null ? null : (money[k] as number),
      openValue: values === null ? null : moneyAt(k, OPEN),
      lostValue: values === null ? null : moneyAt(k, LOST),
      fromPrevious: k === 0 ? null : { count, of, ...nullable(step), naiveRate: ratio(count, before) },
      fromFirst: k === 0 ? null : { ...cumulative(previous, passage, of, z), naiveRate: ratio(count, first) },
      winRate: {
        won: won[k] as number,
        of: decided,
        ...nullable(wilsonInterval(won[k] as number, decided, z)),
      },
    };
  });
}

function pass({ rate, greenwood }: Passage, count: number, of: number): Passage {
  if (rate === null || of === 0) return { rate: null, greenwood };
  return { rate: (rate * count) / of, greenwood: greenwood + greenwoodStep(of, of - count) };
}

/**
 * The interval of a product of rates: Wilson's for as many offers as would have the same variance (Rothman's way for life tables).
 *
 * At 0 and 1 there is no variance to compare: then it is those settled at the last step, scaled up by the share that got there.
 */
function cumulative(
  previous: Passage,
  { rate, greenwood }: Passage,
  of: number,
  z: number,
): Omit<CumulativeConversion, "naiveRate"> {
  if (rate === null || previous.rate === null) return { ...nullable(null), equivalent: null };
  const inside = rate > 0 && greenwood > 0;
  const equivalent = inside ? (1 - rate) / (rate * greenwood) : of / previous.rate;
  return { ...nullable(wilsonInterval(rate * equivalent, equivalent, z)), rate, equivalent };
}

function nullable(estimate: ProportionEstimate | null): {
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
} {
  return estimate ?? { rate: null, lower: null, upper: null };
}

function ratio(count: number, of: number): number | null {
  return of === 0 ? null : count / of;
}

function sum(statuses: readonly number[], of: (status: number) => number): number {
  return statuses.reduce((total, status) => total + of(status), 0);
}

/** Sums over each place and all that follow. */
function fromHereOn(length: number, of: (k: number) => number): number[] {
  const sums = new Array<number>(length);
  let total = 0;
  for (let k = length - 1; k >= 0; k--) {
    total += of(k);
    sums[k] = total;
  }
  return sums;
}
