import { LOST, OPEN, WITHDRAWN, WON } from "../offers/offer-status.ts";
import { incidenceSteps } from "../statistics/cumulative-incidence.ts";
import { type CauseCurve, incidenceCurves } from "../statistics/cumulative-incidence-curves.ts";
import { quantileOfSteps } from "../statistics/cumulative-incidence-quantile.ts";
import type {
  DecisionOutcome,
  DecisionTimes,
  OutcomeTimes,
  WithdrawnEnd,
} from "./time-to-decision-result.ts";

/** What is wanted of the times of offers. */
export interface OutcomePlan {
  readonly withdrawnAs: WithdrawnEnd;
  readonly quantiles: readonly number[];
  /** Standard errors that the intervals reach to either side. */
  readonly z: number;
}

/** The outcomes of an offer by its status, −1 for none. */
type OutcomeCodes = readonly number[];

/** What competes, and which status is which; open offers are censored. */
export function competingOutcomes(withdrawnAs: WithdrawnEnd): {
  readonly outcomes: readonly DecisionOutcome[];
  readonly codes: OutcomeCodes;
} {
  const codes = [-1, -1, -1, -1];
  codes[WON] = 0;
  codes[LOST] = 1;
  codes[WITHDRAWN] = { own: 2, lost: 1, censored: -1 }[withdrawnAs];
  return { outcomes: withdrawnAs === "own" ? ["won", "lost", "withdrawn"] : ["won", "lost"], codes };
}

/** Incidences of outcomes over days, for offers with their standings. */
export function outcomeCurves(
  time: Float64Array,
  standings: Uint8Array,
  codes: OutcomeCodes,
  outcomes: number,
): readonly CauseCurve[] {
  const cause = new Int32Array(standings.length);
  for (let i = 0; i < cause.length; i++) cause[i] = codes[standings[i] as number] as number;
  return incidenceCurves({ time, cause, entry: null, weight: null }, outcomes).curves;
}

/** When offers were decided; open ones count up to the day until which they were observed. */
export function decisionTimes(days: Float64Array, standings: Uint8Array, plan: OutcomePlan): DecisionTimes {
  const { outcomes, codes } = competingOutcomes(plan.withdrawnAs);
  const offers = days.length;
  const curves = outcomeCurves(days, standings, codes, outcomes.length);
  const closed = outcomeCurves(
    days,
    standings,
    codes.map((code) => Math.min(code, 0)),
    1,
  );
  const counts = countStandings(standings);
  return {
    offers,
    open: counts[OPEN] as number,
    won: counts[WON] as number,
    lost: counts[LOST] as number,
    withdrawn: counts[WITHDRAWN] as number,
    lastDay: offers === 0 ? null : days.reduce((most, day) => Math.max(most, day), 0),
    outcomes: [...closed, ...curves].map((curve, at) =>
      outcomeTimes(at === 0 ? "closed" : (outcomes[at - 1] as DecisionOutcome), curve, offers, plan),
    ),
  };
}

/** How many offers there are of each status. */
export function countStandings(standings: Uint8Array): number[] {
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < standings.length; i++) {
    const status = standings[i] as number;
    counts[status] = (counts[status] as number) + 1;
  }
  return counts;
}

function outcomeTimes(
  outcome: DecisionOutcome,
  curve: CauseCurve,
  offers: number,
  { quantiles, z }: OutcomePlan,
): OutcomeTimes {
  const steps = incidenceSteps(curve, z);
  const last = steps.at(-1);
  return {
    outcome,
    offers: curve.events.reduce((sum, count) => sum + count, 0),
    incidence: offers === 0 ? null : (last?.incidence ?? 0),
    lower: last?.lower ?? null,
    upper: last?.upper ?? null,
    quantiles: quantiles.map((share) => {
      const { time, lower, upper } = quantileOfSteps(steps, share);
      return { share, days: time, lower, upper };
    }),
    steps,
  };
}
