import { CompensatedSums } from "../math/compensated-sums.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { BaseCells } from "./base-cells.ts";
import { eachCustomerPeriod, type PassPlan } from "./customer-periods.ts";
import { NEVER } from "./first-days.ts";
import type { PeriodFrame } from "./period-frame.ts";

/** The kinds of money that are added up for each period. */
const MONEY = ["revenue", "first", "repeat", "returned", "before"] as const;

/** All of a log by period, and by period and cohort. */
export interface WholeTally {
  readonly customers: Float64Array;
  readonly newCustomers: Float64Array;
  readonly orders: Float64Array;
  readonly firstOrders: Float64Array;
  readonly money: Readonly<Record<(typeof MONEY)[number], CompensatedSums>>;
  readonly cells: BaseCells;
  readonly margin: number;
  /** People with returns who never bought. */
  readonly strangers: { readonly customers: number; readonly revenue: number };
}

/** One pass over the log. */
export function wholeTally(log: TransactionLog, plan: PassPlan, cohortFrame: PeriodFrame): WholeTally {
  const places = plan.frame.periods.length;
  const customers = new Float64Array(places);
  const newCustomers = new Float64Array(places);
  const orders = new Float64Array(places);
  const firstOrders = new Float64Array(places);
  const sums = MONEY.map((name) => [name, new CompensatedSums(places)] as const);
  const money = Object.fromEntries(sums) as WholeTally["money"];
  const cells = new BaseCells(cohortFrame.periods.length, places);
  const rest = new CompensatedSums(2);
  let strangers = 0;
  let last = -1;
  eachCustomerPeriod(log, plan, (one) => {
    const { place } = one;
    money.revenue.add(place, one.revenue);
    money.first.add(place, one.firstRevenue);
    money.repeat.add(place, one.repeatRevenue);
    money.returned.add(place, one.returned);
    rest.add(0, one.margin);
    if (one.orders > 0) {
      customers[place] = (customers[place] as number) + 1;
      orders[place] = (orders[place] as number) + one.orders;
      firstOrders[place] = (firstOrders[place] as number) + one.firstOrders;
      if (place === one.firstPlace) newCustomers[place] = (newCustomers[place] as number) + 1;
    }
    if (place < one.firstPlace) money.before.add(place, one.revenue);
    else cells.add(cohortFrame.places[one.firstDay - cohortFrame.first] as number, one);
    if (one.firstDay !== NEVER) return;
    rest.add(1, one.revenue);
    if (one.customer !== last) strangers += 1;
    last = one.customer;
  });
  const margin = rest.at(0);
  const beside = { customers: strangers, revenue: rest.at(1) };
  return { customers, newCustomers, orders, firstOrders, money, cells, margin, strangers: beside };
}

/** The cells of cohorts in their own periods, by a pass of its own where those differ from the periods of the base. */
export function cohortCells(log: TransactionLog, plan: PassPlan): BaseCells {
  const places = plan.frame.periods.length;
  const cells = new BaseCells(places, places);
  eachCustomerPeriod(log, plan, (one) => {
    if (one.place >= one.firstPlace) cells.add(one.firstPlace, one);
  });
  return cells;
}
