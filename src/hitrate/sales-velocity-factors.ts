import { wilsonInterval } from "../statistics/proportion-interval.ts";
import {
  VELOCITY_FACTORS,
  type Velocity,
  type VelocityFactor,
  type VelocityGap,
  type VelocityImprovement,
} from "./sales-velocity-result.ts";
import type { VelocityTally } from "./sales-velocity-tally.ts";

/** How the factors are taken. */
export interface VelocityPlan {
  readonly cycle: "mean" | "median";
  readonly meanOf: "won" | "open";
  readonly withdrawnAs: "excluded" | "lost";
  /** Standard errors that the interval of the win rate reaches to either side. */
  readonly z: number;
}

type Factors = Readonly<Record<VelocityFactor, number>>;

const BETTER = 0.1;
const DAYS = 30;

/** The velocity of a group from its counts. */
export function velocityOf(tally: VelocityTally, plan: VelocityPlan): Velocity {
  const { open: openOffers, won, lost, withdrawn } = tally;
  const decided = won + lost + (plan.withdrawnAs === "lost" ? withdrawn : 0);
  const rate = wilsonInterval(won, decided, plan.z);
  const meanValue = plan.meanOf === "won" ? mean(tally.wonValue, won) : mean(tally.openValue, openOffers);
  const winRate = rate?.rate ?? null;
  const cycleDays = plan.cycle === "mean" ? tally.meanDays : tally.medianDays;
  const missing = gaps(tally, plan, decided, cycleDays);
  const complete = missing.length === 0 && meanValue !== null && winRate !== null && cycleDays !== null;
  const factors = complete ? { openOffers, meanValue, winRate, cycleDays } : null;
  const perDay = factors === null ? null : product(factors);
  return {
    openOffers,
    meanValue,
    winRate,
    winRateLower: rate?.lower ?? null,
    winRateUpper: rate?.upper ?? null,
    cycleDays,
    won,
    lost,
    withdrawn,
    perDay,
    perThirtyDays: perDay === null ? null : perDay * DAYS,
    missing,
    improvements: factors === null ? [] : VELOCITY_FACTORS.map((factor) => improvement(factors, factor)),
  };
}

function mean(sum: number | null, count: number): number | null {
  return sum === null || count === 0 ? null : sum / count;
}

function product({ openOffers, meanValue, winRate, cycleDays }: Factors): number {
  return (openOffers * meanValue * winRate) / cycleDays;
}

function improvement(factors: Factors, factor: VelocityFactor): VelocityImprovement {
  const better = factors[factor] * (factor === "cycleDays" ? 1 - BETTER : 1 + BETTER);
  const perDay = product({ ...factors, [factor]: factor === "winRate" ? Math.min(1, better) : better });
  return { factor, perDay, gain: perDay - product(factors) };
}

function gaps(
  { openValue, open, won }: VelocityTally,
  { meanOf }: VelocityPlan,
  decided: number,
  cycleDays: number | null,
): VelocityGap[] {
  const found: VelocityGap[] = [];
  if (openValue === null) found.push("no-values");
  if (decided === 0) found.push("nothing-decided");
  else if (won === 0) found.push("nothing-won");
  if (meanOf === "open" && open === 0) found.push("nothing-open");
  if (cycleDays === 0) found.push("zero-cycle");
  return found;
}
