import { visitRiskSets } from "./cox-risk-sets.ts";
import type { CoxSample } from "./cox-sample.ts";
import { type CoxTies, haveTies, sumTies, tieSums } from "./cox-ties.ts";

/**
 * The cumulative baseline hazard of each stratum, for covariates at their means, with the sums that errors need.
 *
 * Places are times of events: strata after each other, times ascending. Vectors stand row after row.
 */
export interface HazardSteps {
  /** Where strata begin, and the end. */
  readonly strataAt: Int32Array;
  readonly time: Float64Array;
  readonly atRisk: Int32Array;
  readonly events: Int32Array;
  /** Σ of the increments up to the time. */
  readonly hazard: Float64Array;
  /** Σ of the variances of the increments, the coefficients taken as known. */
  readonly variance: Float64Array;
  /** Σ of increment × mean of the (scaled) covariates of those at risk. */
  readonly drift: Float64Array;
  /** The mean of the covariates of those at risk, averaged over the events of the time. */
  readonly mean: Float64Array;
  /** What Efron's ties take back from those who have the event: a share of the increment, and that × their mean covariates. */
  readonly spared: Float64Array;
  readonly sparedDrift: Float64Array;
}

/** Sums hazards upward from one pass downward. */
export function hazardSteps(sample: CoxSample, eta: Float64Array, ties: CoxTies): HazardSteps {
  const { columns } = sample;
  const strataAt = timesByStratum(sample);
  const places = strataAt[strataAt.length - 1] as number;
  const steps = {
    strataAt,
    time: new Float64Array(places),
    atRisk: new Int32Array(places),
    events: new Int32Array(places),
    hazard: new Float64Array(places),
    variance: new Float64Array(places),
    drift: new Float64Array(places * columns),
    mean: new Float64Array(places * columns),
    spared: new Float64Array(places),
    sparedDrift: new Float64Array(places * columns),
  };
  const tie = tieSums();
  // Strata come in ascending order and times descending within them, so each is filled from its end.
  let stratum = -1;
  let place = 0;
  visitRiskSets(sample, eta, false, (sums) => {
    if (sums.stratum !== stratum) {
      stratum = sums.stratum;
      place = strataAt[stratum + 1] as number;
    }
    place -= 1;
    sumTies(tie, sums, ties);
    const tied = haveTies(sums, ties);
    const back = Math.exp(-sums.shift);
    steps.time[place] = sums.time;
    steps.atRisk[place] = sums.atRisk;
    steps.events[place] = sums.last - sums.first;
    steps.hazard[place] = tie.a0 * back;
    steps.variance[place] = tie.c0 * back * back;
    steps.spared[place] = tied ? tie.a1 * back : 0;
    for (let c = 0; c < columns; c++) {
      const s = sums.s1[c] as number;
      const d = tied ? (sums.d1[c] as number) : 0;
      const at = place * columns + c;
      steps.drift[at] = (tie.c0 * s - tie.c1 * d) * back;
      steps.sparedDrift[at] = tied ? (tie.c1 * s - tie.c2 * d) * back : 0;
      steps.mean[at] = (tie.a0 * s - tie.a1 * d) / sums.eventWeight;
    }
  });
  cumulate(steps, columns);
  return steps;
}

function cumulate({ strataAt, hazard, variance, drift }: HazardSteps, columns: number): void {
  for (let stratum = 0; stratum + 1 < strataAt.length; stratum++) {
    for (let i = (strataAt[stratum] as number) + 1; i < (strataAt[stratum + 1] as number); i++) {
      hazard[i] = (hazard[i] as number) + (hazard[i - 1] as number);
      variance[i] = (variance[i] as number) + (variance[i - 1] as number);
      for (let at = i * columns; at < (i + 1) * columns; at++) {
        drift[at] = (drift[at] as number) + (drift[at - columns] as number);
      }
    }
  }
}

/** Offsets of the distinct times of events of each stratum. */
function timesByStratum({ strataAt, time, event }: CoxSample): Int32Array {
  const offsets = new Int32Array(strataAt.length);
  for (let stratum = 0; stratum + 1 < strataAt.length; stratum++) {
    let count = 0;
    let last = Number.NaN;
    for (let i = strataAt[stratum] as number; i < (strataAt[stratum + 1] as number); i++) {
      if (event[i] !== 1 || time[i] === last) continue;
      last = time[i] as number;
      count += 1;
    }
    offsets[stratum + 1] = (offsets[stratum] as number) + count;
  }
  return offsets;
}
