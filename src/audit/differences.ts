import { paretoShare } from "../pareto/pareto-share.ts";
import { gini } from "../statistics/gini.ts";
import type { BasePeriod } from "./base-period.ts";
import type { DecileOrder } from "./decile-order.ts";
import { decileTable } from "./decile-table.ts";
import type { CustomerDifferences, OrdersClass } from "./differences-result.ts";
import { GroupTally } from "./group-tally.ts";
import type { PeriodSheet } from "./period-sheet.ts";
import { ratioOf } from "./ratio.ts";
import { valueDistribution } from "./value-distribution.ts";

/** How view 1 is made. */
export interface DifferencesPlan {
  readonly topShare: number;
  /** The number of orders from which on customers are one class. */
  readonly mostOrders: number;
  readonly spendLimits: readonly number[] | undefined;
  readonly profitLimits: readonly number[] | undefined;
}

/** View 1: how the customers of a period differ. */
export function customerDifferences(
  period: BasePeriod,
  sheet: PeriodSheet,
  deciles: DecileOrder,
  { topShare, mostOrders, spendLimits, profitLimits }: DifferencesPlan,
): CustomerDifferences {
  const { order, values } = deciles;
  const own = Float64Array.from(order, (c) => values[c] as number);
  const top = paretoShare(own, { customers: topShare, negative: "zero" });
  return {
    period,
    customers: sheet.buyers,
    orders: sheet.buyersOrders,
    revenue: sheet.buyersRevenue,
    margin: sheet.buyersMargin,
    revenuePerCustomer: ratioOf(sheet.buyersRevenue, sheet.buyers),
    ordersPerCustomer: ratioOf(sheet.buyersOrders, sheet.buyers),
    averageOrderValue: ratioOf(sheet.buyersRevenue, sheet.buyersOrders),
    withoutPurchase: sheet.others,
    byOrders: ordersClasses(sheet, order, mostOrders),
    spend: valueDistribution(sheet, order, sheet.revenue, spendLimits),
    profit: sheet.margin === null ? null : valueDistribution(sheet, order, sheet.margin, profitLimits),
    sortedBy: deciles.value,
    deciles: decileTable(sheet, deciles),
    gini: gini(own, { negative: "zero" }),
    top: {
      customers: topShare,
      shareOfValue: top.value,
      wholeCustomers: sheet.buyers === 0 ? null : top.wholeCustomers,
      shareOfWhole: top.valueOfWholeCustomers,
    },
  };
}

/** Customers by number of orders: 1, 2, 3, … and those with many. */
function ordersClasses(sheet: PeriodSheet, order: Int32Array, mostOrders: number): readonly OrdersClass[] {
  const tally = new GroupTally(sheet, mostOrders);
  for (let k = 0; k < order.length; k++) {
    const customer = order[k] as number;
    tally.add(Math.min(sheet.orders[customer] as number, mostOrders) - 1, customer);
  }
  return Array.from({ length: mostOrders }, (_, k) => ({
    from: k + 1,
    to: k + 1 === mostOrders ? null : k + 1,
    ...tally.at(k),
  }));
}
