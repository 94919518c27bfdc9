import { CompensatedSums } from "../math/compensated-sums.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import { NEVER } from "./first-days.ts";
import type { MarginSource } from "./margin-source.ts";
import type { PeriodFrame } from "./period-frame.ts";

/** What a customer did in a period; one object serves all of them in turn. */
export interface CustomerPeriod {
  customer: number;
  /** Place in the frame; −1 before its first period, and their number after its last. */
  place: number;
  /** Day of the first purchase ever; `NEVER` without one. */
  firstDay: CivilDay;
  /** Its place in the frame; the number of periods also for those who never bought. */
  firstPlace: number;
  orders: number;
  /** Purchases on the day of the first. */
  firstOrders: number;
  returns: number;
  /** Net of returns: firstRevenue + repeatRevenue + returned. */
  revenue: number;
  firstRevenue: number;
  repeatRevenue: number;
  returned: number;
  margin: number;
}

/** What the pass over a log needs beside the log. */
export interface PassPlan {
  readonly frame: PeriodFrame;
  readonly asOf: CivilDay;
  readonly firstDays: Int32Array;
  readonly margin: MarginSource;
}

const REVENUE = 0;
const FIRST = 1;
const REPEAT = 2;
const RETURNED = 3;
const MARGIN = 4;

/** Goes once over the log and tells of every period in which a customer has transactions, customer by customer, in order. */
export function eachCustomerPeriod(
  log: TransactionLog,
  { frame, asOf, firstDays, margin }: PassPlan,
  visit: (one: Readonly<CustomerPeriod>) => void,
): void {
  const { days, amounts, offsets } = log;
  const { places, first, periods } = frame;
  const margins = margin.kind === "log" ? margin.margins : null;
  const sums = new CompensatedSums(5);
  const one = emptyPeriod();
  for (let c = 0; c < log.customerIds.length; c++) {
    const stop = offsets[c + 1] as number;
    const firstDay = firstDays[c] as number;
    one.customer = c;
    one.firstDay = firstDay;
    one.firstPlace = firstDay === NEVER ? periods.length : (places[firstDay - first] as number);
    let i = offsets[c] as number;
    while (i < stop && (days[i] as number) <= asOf) {
      const place = places[(days[i] as number) - first] as number;
      let orders = 0;
      let firstOrders = 0;
      let turnover = 0;
      const start = i;
      for (let s = 0; s < 5; s++) sums.clear(s);
      for (; i < stop; i++) {
        const day = days[i] as number;
        if (day > asOf || places[day - first] !== place) break;
        const amount = amounts[i] as number;
        turnover += Math.abs(amount);
        sums.add(REVENUE, amount);
        if (margins !== null) sums.add(MARGIN, margins[i] as number);
        if (isPurchase(amount)) {
          orders += 1;
          if (day === firstDay) firstOrders += 1;
          sums.add(day === firstDay ? FIRST : REPEAT, amount);
        } else sums.add(RETURNED, amount);
      }
      const revenue = sums.at(REVENUE);
      one.place = place;
      one.orders = orders;
      one.firstOrders = firstOrders;
      one.returns = i - start - orders;
      one.revenue = withoutResidue(revenue, turnover, i - start);
      one.firstRevenue = sums.at(FIRST);
      one.repeatRevenue = sums.at(REPEAT);
      one.returned = sums.at(RETURNED);
      one.margin = margin.kind === "rate" ? margin.rate * one.revenue + 0 : sums.at(MARGIN);
      visit(one);
    }
  }
}

/** Returns that cancel all purchases leave rounding behind, which is no revenue and must not be told from 0. */
export function withoutResidue(revenue: number, turnover: number, transactions: number): number {
  return Math.abs(revenue) <= transactions * Number.EPSILON * turnover ? 0 : revenue;
}

function emptyPeriod(): CustomerPeriod {
  return {
    customer: 0,
    place: 0,
    firstDay: 0,
    firstPlace: 0,
    orders: 0,
    firstOrders: 0,
    returns: 0,
    revenue: 0,
    firstRevenue: 0,
    repeatRevenue: 0,
    returned: 0,
    margin: 0,
  };
}
