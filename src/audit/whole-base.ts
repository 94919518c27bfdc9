import { CompensatedSums } from "../math/compensated-sums.ts";
import { subtractDuration } from "../time/duration.ts";
import type { PairedPeriod } from "./paired-period.ts";
import type { PeriodFrame } from "./period-frame.ts";
import type { PeriodSheet } from "./period-sheet.ts";
import { shareOf } from "./ratio.ts";
import type { BaseShare, WholeBase, WholePeriod } from "./whole-base-result.ts";
import type { WholeTally } from "./whole-tally.ts";

/** View 5: the whole base. */
export function wholeBase(
  tally: WholeTally,
  frame: PeriodFrame,
  cohortFrame: PeriodFrame,
  currentBySource: WholeBase["currentBySource"],
): WholeBase {
  const { cells } = tally;
  const taken = Array.from(cells.sizes.keys()).filter((cohort) => cells.sizes[cohort] !== 0);
  const matrix = (at: (cell: number) => number): readonly (readonly number[])[] =>
    frame.periods.map((_, place) => taken.map((cohort) => at(cohort * cells.periods + place)));
  return {
    periods: frame.periods.map((_, place) => wholePeriod(tally, frame, place)),
    cohorts: taken.map((cohort) => cohortFrame.periods[cohort] as WholeBase["cohorts"][number]),
    revenue: matrix((cell) => cells.revenue.at(cell)),
    customers: matrix((cell) => cells.customers[cell] as number),
    orders: matrix((cell) => cells.orders[cell] as number),
    currentBySource,
  };
}

function wholePeriod(tally: WholeTally, frame: PeriodFrame, place: number): WholePeriod {
  const { money } = tally;
  const customers = tally.customers[place] as number;
  const newCustomers = tally.newCustomers[place] as number;
  const orders = tally.orders[place] as number;
  const firstOrders = tally.firstOrders[place] as number;
  const repeatRevenue = money.repeat.at(place);
  const firstRevenue = money.first.at(place);
  return {
    period: frame.periods[place] as WholePeriod["period"],
    customers,
    newCustomers,
    existingCustomers: customers - newCustomers,
    orders,
    firstOrders,
    repeatOrders: orders - firstOrders,
    revenue: money.revenue.at(place),
    firstRevenue,
    repeatRevenue,
    returned: money.returned.at(place),
    repeatShare: shareOf(repeatRevenue, firstRevenue + repeatRevenue),
    beforeFirstPurchase: money.before.at(place),
  };
}

const IN_PERIOD = 0;
const YEAR_BEFORE = 1;
const EARLIER = 2;

/** Who makes the revenue of a period, by when they were won. */
export function shareBySource(
  { start }: PairedPeriod,
  sheet: PeriodSheet,
  firstDays: Int32Array,
): NonNullable<WholeBase["currentBySource"]> {
  const yearBefore = subtractDuration(start - 1, { years: 1 });
  const customers = new Float64Array(3);
  const orders = new Float64Array(3);
  const revenue = new CompensatedSums(3);
  for (let c = 0; c < firstDays.length; c++) {
    const purchases = sheet.orders[c] as number;
    if (purchases === 0) continue;
    const first = firstDays[c] as number;
    const source = first >= start ? IN_PERIOD : first > yearBefore ? YEAR_BEFORE : EARLIER;
    customers[source] = (customers[source] as number) + 1;
    orders[source] = (orders[source] as number) + purchases;
    revenue.add(source, sheet.revenue[c] as number);
  }
  const share = (source: number): BaseShare => ({
    customers: customers[source] as number,
    orders: orders[source] as number,
    revenue: revenue.at(source),
    shareOfRevenue: shareOf(revenue.at(source), sheet.buyersRevenue),
  });
  return { wonInPeriod: share(IN_PERIOD), wonInYearBefore: share(YEAR_BEFORE), wonEarlier: share(EARLIER) };
}
