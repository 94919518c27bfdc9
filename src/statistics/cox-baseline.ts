import type { HazardSteps } from "./cox-hazard-steps.ts";
import type { CoxBaseline, CoxBaselineRow, Stratum } from "./cox-model.ts";
import type { CoxSample } from "./cox-sample.ts";

/** The baseline hazards of all strata, for covariates at their means, in the covariates' own units. */
export function coxBaseline(
  { strataAt: rowsAt, time: times, scales, columns }: CoxSample,
  { strataAt, time, atRisk, events, hazard, variance, drift }: HazardSteps,
  strata: readonly (Stratum | null)[],
): readonly CoxBaseline[] {
  return strata.flatMap((stratum, s): CoxBaseline[] => {
    const first = rowsAt[s] as number;
    if (first === rowsAt[s + 1]) return [];
    const rows: CoxBaselineRow[] = [];
    for (let i = strataAt[s] as number; i < (strataAt[s + 1] as number); i++) {
      const drifts = new Array<number>(columns);
      for (let c = 0; c < columns; c++) {
        drifts[c] = (drift[i * columns + c] as number) * (scales[c] as number);
      }
      // Frozen here, where it is made: to find every row again in the whole model would cost as much as a step of the search.
      const row = {
        time: time[i] as number,
        atRisk: atRisk[i] as number,
        events: events[i] as number,
        cumulativeHazard: hazard[i] as number,
        variance: variance[i] as number,
        drift: Object.freeze(drifts),
      };
      rows.push(Object.freeze(row));
    }
    return [{ stratum, until: times[first] as number, rows }];
  });
}
