import { CompensatedSums } from "../math/compensated-sums.ts";
import { layByRank } from "./lay-by-rank.ts";
import { type ProductLimit, productLimit } from "./product-limit.ts";
import type { DurationArrays } from "./read-durations.ts";
import { type RiskTable, riskTable } from "./risk-table.ts";

/** Checked times and causes, column by column. */
export interface CauseTimes {
  /** Finite and at least 0. */
  readonly time: Float64Array;
  /** The number of the cause from 0; −1 for censored. */
  readonly cause: Int32Array;
  /** Below the time (−1 for who was there from the start, so that he is at risk at time 0 too); `null` if nobody entered late. */
  readonly entry: Float64Array | null;
  /** Frequencies above 0; `null` if every row stands for one. */
  readonly weight: Float64Array | null;
}

/** The incidence of one cause at the times at which it struck. */
export interface CauseCurve {
  readonly times: number[];
  readonly atRisk: number[];
  readonly events: number[];
  readonly incidence: number[];
  readonly variance: number[];
  /** Covariance of the survival and the incidence, divided by the survival; what the error of a later incidence shares with this one. */
  readonly covariance: number[];
}

/** Incidences of all causes with what they were made of. */
export interface IncidenceCurves extends ProductLimit {
  readonly table: RiskTable;
  /** The times with an event wherever a cause struck. */
  readonly durations: DurationArrays;
  readonly curves: readonly CauseCurve[];
}

/**
 * Aalen and Johansen's estimate: at each time a cause takes its share of those who were left.
 *
 * With h = events of the cause ÷ at risk (n) and the survival S and Greenwood's sum g just before the time, the delta method gives the variance V of
 * the incidence and its covariance with S (here divided by S, which makes it constant between events of the cause):
 * V += 2·h·S·c + h²·S²·g + S²·h·(1 − h) ÷ n; c += h·S·(g − 1 ÷ n).
 */
export function incidenceCurves({ time, cause, entry, weight }: CauseTimes, causes: number): IncidenceCurves {
  const event = new Uint8Array(cause.length);
  const groupOf = new Int32Array(cause.length);
  for (let i = 0; i < cause.length; i++) {
    const code = cause[i] as number;
    if (code < 0) continue;
    event[i] = 1;
    groupOf[i] = code;
  }
  const durations = { duration: time, event, entry, weight };
  const table = riskTable(durations);
  const limit = productLimit(table);
  const laid = layByRank(table.rankOf, table.times.length, groupOf, durations);
  const curves = Array.from({ length: causes }, emptyCurve);
  const sums = new CompensatedSums(causes);
  const counts = new Float64Array(causes);
  const struck = new Int32Array(causes);
  let seen = 0;
  for (let k = 0; k < table.times.length; k++) {
    const before = k === 0 ? 1 : (limit.survival[k - 1] as number);
    if (before === 0) break;
    if (table.events[k] === 0) continue;
    let striking = 0;
    for (let at = laid.offsets[k] as number; at < (laid.offsets[k + 1] as number); at++) {
      const code = laid.codes[at] as number;
      if ((code & 1) === 0) continue;
      const j = code >> 1;
      if (counts[j] === 0) struck[striking++] = j;
      counts[j] = (counts[j] as number) + (laid.weight === null ? 1 : (laid.weight[at] as number));
    }
    const n = table.atRisk[k] as number;
    const greenwood = k === 0 ? 0 : (limit.greenwood[k - 1] as number);
    for (let s = 0; s < striking; s++) {
      const j = struck[s] as number;
      const curve = curves[j] as CauseCurve;
      if (curve.times.length === 0) seen += 1;
      const d = counts[j] as number;
      counts[j] = 0;
      const h = d / n;
      sums.add(j, (before * d) / n);
      const covariance = curve.covariance.at(-1) ?? 0;
      const added = h * before * (2 * covariance + before * (h * greenwood + (1 - h) / n));
      curve.times.push(table.times[k] as number);
      curve.atRisk.push(n);
      curve.events.push(d);
      curve.incidence.push(sums.at(j));
      curve.variance.push(Math.max(0, (curve.variance.at(-1) ?? 0) + added));
      curve.covariance.push(covariance + h * before * (greenwood - 1 / n));
    }
    // Where one cause has taken everybody, its share is 1 whatever the rounding.
    const only = seen === 1 && limit.survival[k] === 0 ? curves[struck[0] as number] : undefined;
    only?.incidence.splice(-1, 1, 1);
  }
  return { table, durations, ...limit, curves };
}

function emptyCurve(): CauseCurve {
  return { times: [], atRisk: [], events: [], incidence: [], variance: [], covariance: [] };
}
