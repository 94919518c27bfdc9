import type { CoxSample } from "./cox-sample.ts";
import { productLimit } from "./product-limit.ts";
import { riskTable } from "./risk-table.ts";

/** On which scale of time an effect may change. */
export type TimeScale = "km" | "rank" | "identity" | "log";

/** The scales, for checking options. */
export const TIME_SCALES: readonly TimeScale[] = ["km", "rank", "identity", "log"];

/** The time of each place of a sample on a scale, about the mean of the events. */
export function timeScale(sample: CoxSample, scale: TimeScale): Float64Array {
  const values = scaled(sample, scale);
  let sum = 0;
  let events = 0;
  for (let i = 0; i < values.length; i++) {
    if (sample.event[i] !== 1) continue;
    sum += values[i] as number;
    events += 1;
  }
  const mean = sum / events;
  return values.map((value) => value - mean);
}

function scaled({ time, event, entry }: CoxSample, scale: TimeScale): Float64Array {
  if (scale === "identity") return time.slice();
  if (scale === "log") return time.map((t) => Math.log(t));
  // All strata together, and each row once whatever its weight, as in R.
  const table = riskTable({ duration: time, event, entry, weight: null });
  if (scale === "km") {
    const { survival } = productLimit(table);
    return time.map((_, i) => {
      const rank = table.rankOf[i] as number;
      return rank === 0 ? 0 : 1 - (survival[rank - 1] as number);
    });
  }
  const { events, censored } = table;
  const ranks = new Float64Array(events.length);
  let before = 0;
  for (let k = 0; k < ranks.length; k++) {
    const rows = (events[k] as number) + (censored[k] as number);
    ranks[k] = before + (rows + 1) / 2;
    before += rows;
  }
  return time.map((_, i) => ranks[table.rankOf[i] as number] as number);
}
