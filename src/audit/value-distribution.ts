import { CompensatedSums } from "../math/compensated-sums.ts";
import { countUpTo } from "../math/dense-ranks.ts";
import { quantile } from "../math/quantile.ts";
import type { ValueClass, ValueDistribution } from "./differences-result.ts";
import { GroupTally } from "./group-tally.ts";
import type { PeriodSheet } from "./period-sheet.ts";
import { ratioOf } from "./ratio.ts";
import { defaultLimits } from "./value-limits.ts";

const SHARES = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1];

/** How a value is spread over the customers of a period, who stand in descending order of anything. */
export function valueDistribution(
  sheet: PeriodSheet,
  order: Int32Array,
  values: Float64Array,
  limits: readonly number[] | undefined,
): ValueDistribution {
  const ascending = Float64Array.from(order, (c) => values[c] as number).sort();
  const sums = new CompensatedSums(2);
  let below = 0;
  for (let k = 0; k < ascending.length; k++) {
    const value = ascending[k] as number;
    sums.add(0, value);
    if (value >= 0) continue;
    below += 1;
    sums.add(1, value);
  }
  return {
    mean: ratioOf(sums.at(0), ascending.length),
    quantiles: SHARES.flatMap((share) => {
      const value = quantile(ascending, share);
      return value === null ? [] : [{ share, value }];
    }),
    classes: classesOf(sheet, order, values, limits ?? defaultLimits(ascending)),
    negative: { customers: below, shareOfCustomers: ratioOf(below, ascending.length), value: sums.at(1) },
  };
}

function classesOf(
  sheet: PeriodSheet,
  order: Int32Array,
  values: Float64Array,
  limits: readonly number[],
): readonly ValueClass[] {
  const tally = new GroupTally(sheet, limits.length + 1);
  for (let k = 0; k < order.length; k++) {
    const customer = order[k] as number;
    tally.add(countUpTo(limits, values[customer] as number), customer);
  }
  return Array.from({ length: limits.length + 1 }, (_, k) => ({
    from: limits[k - 1] ?? null,
    below: limits[k] ?? null,
    ...tally.at(k),
  }));
}
