import { CompensatedSums } from "../math/compensated-sums.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import type { BaseCells } from "./base-cells.ts";
import type { AuditCohort, CohortAge } from "./cohort-view-result.ts";
import type { PeriodFrame } from "./period-frame.ts";
import { ratioOf } from "./ratio.ts";

/** A cohort with its place among the periods. */
export interface PlacedCohort {
  readonly place: number;
  readonly cohort: AuditCohort;
}

/** The cohorts that have customers, oldest first, each at all ages that have begun. */
export function auditCohorts(
  cells: BaseCells,
  frame: PeriodFrame,
  hasMargin: boolean,
  z: number,
): readonly PlacedCohort[] {
  return frame.periods.flatMap((period, place) => {
    const size = cells.sizes[place] as number;
    if (size === 0) return [];
    const cohort: AuditCohort = {
      cohort: period,
      firstOfLog: place === 0,
      size,
      firstOrderValue: cells.firstRevenue.at(place) / size,
      ages: agesOf(cells, frame, place, hasMargin, z),
    };
    return [{ place, cohort }];
  });
}

function agesOf(
  cells: BaseCells,
  { periods }: PeriodFrame,
  place: number,
  hasMargin: boolean,
  z: number,
): readonly CohortAge[] {
  const size = cells.sizes[place] as number;
  const sofar = new CompensatedSums(2);
  return periods.slice(place).map((period, age): CohortAge => {
    const cell = place * cells.periods + place + age;
    const active = cells.customers[cell] as number;
    const orders = cells.orders[cell] as number;
    const revenue = cells.revenue.at(cell);
    sofar.addSum(0, cells.revenue, cell);
    sofar.addSum(1, cells.margin, cell);
    const share = wilsonInterval(active, size, z);
    return {
      age,
      period: period.period,
      complete: period.complete,
      active,
      activeShare: active / size,
      activeLower: share?.lower ?? 0,
      activeUpper: share?.upper ?? 1,
      orders,
      ordersPerActive: ratioOf(orders, active),
      averageOrderValue: ratioOf(revenue, orders),
      revenue,
      revenuePerCustomer: revenue / size,
      cumulativeRevenue: sofar.at(0),
      cumulativeRevenuePerCustomer: sofar.at(0) / size,
      margin: hasMargin ? cells.margin.at(cell) : null,
      cumulativeMarginPerCustomer: hasMargin ? sofar.at(1) / size : null,
    };
  });
}
