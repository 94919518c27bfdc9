import type { DrawnRow } from "./workload.ts";

/** One time of a naive curve. */
export interface NaiveStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** Sorts the rows and goes through them once, as one writes it down from the textbook. */
export function naiveKaplanMeier(rows: readonly DrawnRow[]): NaiveStep[] {
  const sorted = [...rows].sort((a, b) => a.duration - b.duration);
  const steps: NaiveStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]?.duration ?? 0;
    const atRisk = sorted.length - i;
    let events = 0;
    for (; i < sorted.length && sorted[i]?.duration === time; i++) if (sorted[i]?.event) events += 1;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const standardError = survival * Math.sqrt(greenwood);
    const logLog = Math.log(-Math.log(survival));
    const reach = (1.959963984540054 * Math.sqrt(greenwood)) / Math.log(survival);
    const lower = Math.exp(-Math.exp(logLog - reach));
    const upper = Math.exp(-Math.exp(logLog + reach));
    steps.push({ time, atRisk, events, survival, standardError, lower, upper });
  }
  return steps;
}

/** Sorts the rows and goes through them once, for two groups. */
export function naiveLogRank(rows: readonly DrawnRow[]): number {
  const sorted = [...rows].sort((a, b) => a.duration - b.duration);
  let yearly = rows.filter((row) => row.plan === "yearly").length;
  let all = rows.length;
  let difference = 0;
  let variance = 0;
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]?.duration;
    let events = 0;
    let eventsOfYearly = 0;
    let leaving = 0;
    let leavingYearly = 0;
    for (; i < sorted.length && sorted[i]?.duration === time; i++) {
      const row = sorted[i] as DrawnRow;
      const isYearly = row.plan === "yearly";
      leaving += 1;
      if (isYearly) leavingYearly += 1;
      if (row.event) events += 1;
      if (row.event && isYearly) eventsOfYearly += 1;
    }
    const share = yearly / all;
    difference += eventsOfYearly - events * share;
    if (all > 1) variance += (events * (all - events) * share * (1 - share)) / (all - 1);
    all -= leaving;
    yearly -= leavingYearly;
  }
  return (difference * difference) / variance;
}
