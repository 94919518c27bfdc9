import { RiskSums } from "./cox-risk-sums.ts";
import type { CoxSample } from "./cox-sample.ts";

/**
 * Visits every time at which events happened, stratum by stratum, the latest time first, with the sums over those then at risk.
 *
 * One pass: rows come in at their own time and leave at their entry. At risk at t are those with entry < t ≤ time.
 */
export function visitRiskSets(
  sample: CoxSample,
  eta: Float64Array,
  squares: boolean,
  visit: (sums: RiskSums) => void,
): void {
  const { strataAt, time, event, entry, byEntry } = sample;
  const sums = new RiskSums(sample, eta, squares);
  for (let stratum = 0; stratum + 1 < strataAt.length; stratum++) {
    const start = strataAt[stratum] as number;
    const end = strataAt[stratum + 1] as number;
    let left = start;
    sums.clear();
    sums.stratum = stratum;
    for (let i = start; i < end; ) {
      const now = time[i] as number;
      const first = i;
      let last = i;
      for (; i < end && time[i] === now; i++) {
        sums.add(i);
        if (event[i] === 1) last = i + 1;
      }
      if (last === first) continue;
      if (entry !== null && byEntry !== null) {
        for (; left < end && (entry[byEntry[left] as number] as number) >= now; left++) {
          sums.remove(byEntry[left] as number);
        }
        sums.renew(start, i, now);
      }
      sums.time = now;
      sums.leave(first, last);
      visit(sums);
    }
  }
}
