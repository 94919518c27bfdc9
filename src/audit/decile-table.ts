import { CompensatedSums } from "../math/compensated-sums.ts";
import { DECILES, type DecileOrder } from "./decile-order.ts";
import type { DecileRow } from "./differences-result.ts";
import { GroupTally } from "./group-tally.ts";
import type { PeriodSheet } from "./period-sheet.ts";
import { ratioOf, shareOf } from "./ratio.ts";

/** The table of deciles: what each tenth of the customers brings. */
export function decileTable(sheet: PeriodSheet, decileOrder: DecileOrder): readonly DecileRow[] {
  const { order, values, ends, value } = decileOrder;
  const tally = new GroupTally(sheet, DECILES);
  ends.forEach((end, d) => {
    for (let place = ends[d - 1] ?? 0; place < end; place++) tally.add(d, order[place] as number);
  });
  const total = value === "margin" ? (sheet.buyersMargin ?? sheet.buyersRevenue) : sheet.buyersRevenue;
  const sofar = new CompensatedSums(1);
  return ends.map((end, d): DecileRow => {
    const start = ends[d - 1] ?? 0;
    const group = tally.at(d);
    const own = value === "margin" ? (group.margin ?? group.revenue) : group.revenue;
    sofar.add(0, own);
    const customerAt = (place: number): number | null =>
      end === start ? null : (values[order[place] as number] as number);
    return {
      decile: d + 1,
      ...group,
      value: own,
      shareOfValue: shareOf(own, total),
      // The last share is 1, not 1 less rounding.
      cumulativeShare: end === order.length && total > 0 ? 1 : shareOf(sofar.at(0), total),
      highest: customerAt(start),
      lowest: customerAt(end - 1),
      ordersPerCustomer: ratioOf(group.orders, group.customers),
      averageOrderValue: ratioOf(group.revenue, group.orders),
      revenuePerCustomer: ratioOf(group.revenue, group.customers),
      marginPerCustomer: group.margin === null ? null : ratioOf(group.margin, group.customers),
    };
  });
}
