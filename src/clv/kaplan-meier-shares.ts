import { checkNumber } from "../rows/options.ts";
import { checkCurve, rowsUntil, type SurvivalCurve, survivalUntil } from "../statistics/survival-curve.ts";
import type { ReadCurve } from "./retention-curve.ts";

/** Shares of a Kaplan–Meier curve at the end of each period, with Greenwood's errors. */
export function kaplanMeierShares(curve: SurvivalCurve, timePerPeriod: number): ReadCurve {
  checkCurve(curve);
  checkNumber("timePerPeriod", timePerPeriod, { above: 0 });
  const { rows } = curve;
  const last = rows.at(-1);
  const lastTime = last?.time ?? 0;
  const ends = last !== undefined && last.survival === 0;
  const within = Math.floor(lastTime / timePerPeriod);
  const share = (t: number): number => survivalUntil(curve, t * timePerPeriod) ?? Number.NaN;
  return {
    period: null,
    reach: ends ? Number.POSITIVE_INFINITY : within,
    reason: `Observation ended at time ${lastTime}, when ${percent(last?.survival ?? 1)} were still there, so the curve is known for ${within} periods only: say a horizon within them (periods), or fit a model (fitSbg, fitBdw), which goes on.`,
    // A curve that has come down to 0 has an end of its own: the last period in which anybody is there.
    ownEnd: ends ? within : null,
    share,
    tail: () => 0,
    standardError(plan, until) {
      // Cov(S(s), S(t)) = S(s) S(t) G(min(s, t)) with Greenwood's sum G; so the variance adds up by the steps of G.
      let later = 0;
      let variance = 0;
      for (let t = Math.min(until, within + 1); t >= plan.first; t--) {
        later += plan.worth(t) * share(t);
        const before = t === plan.first ? 0 : greenwoodAt(curve, (t - 1) * timePerPeriod);
        const step = greenwoodAt(curve, t * timePerPeriod) - before;
        variance += step * later ** 2;
      }
      return Math.sqrt(Math.max(0, variance));
    },
    covers: "survival",
  };
}

/** Var(S) ÷ S²; where nobody is left, it multiplies nothing, and that of the last who were is as good. */
function greenwoodAt({ rows }: SurvivalCurve, time: number): number {
  for (let at = rowsUntil(rows, time) - 1; at >= 0; at--) {
    const { survival, standardError } = rows[at] as (typeof rows)[number];
    if (standardError !== null && survival > 0) return (standardError / survival) ** 2;
  }
  return 0;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
