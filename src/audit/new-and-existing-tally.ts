import { CompensatedSums } from "../math/compensated-sums.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { CostsByPeriod } from "./base-costs.ts";
import type { BasePeriod } from "./base-period.ts";
import { eachCustomerPeriod, type PassPlan } from "./customer-periods.ts";
import type { BaseEconomics, NewAndExistingRow } from "./new-and-existing-result.ts";
import { ratioOf, shareOf } from "./ratio.ts";

const NEW = 0;
const EXISTING = 1;
const WITHOUT_PURCHASE = 2;
const GROUPS = 3;

/** New, existing and other people by period. */
export class NewAndExistingTally {
  readonly #customers: Float64Array;
  readonly #orders: Float64Array;
  readonly #returns: Float64Array;
  readonly #revenue: CompensatedSums;
  readonly #returned: CompensatedSums;
  readonly #margin: CompensatedSums;
  readonly #leftOut = new CompensatedSums(1);
  readonly #plan: PassPlan;

  constructor(log: TransactionLog, plan: PassPlan) {
    const periods = plan.frame.periods.length;
    const places = periods * GROUPS;
    this.#plan = plan;
    this.#customers = new Float64Array(places);
    this.#orders = new Float64Array(places);
    this.#returns = new Float64Array(places);
    this.#revenue = new CompensatedSums(places);
    this.#returned = new CompensatedSums(places);
    this.#margin = new CompensatedSums(places);
    eachCustomerPeriod(log, plan, (one) => {
      if (one.place < 0 || one.place >= periods) {
        this.#leftOut.add(0, one.revenue);
        return;
      }
      const group = one.orders === 0 ? WITHOUT_PURCHASE : one.firstPlace === one.place ? NEW : EXISTING;
      const place = one.place * GROUPS + group;
      this.#customers[place] = (this.#customers[place] as number) + 1;
      this.#orders[place] = (this.#orders[place] as number) + one.orders;
      this.#returns[place] = (this.#returns[place] as number) + one.returns;
      this.#revenue.add(place, one.revenue);
      this.#returned.add(place, one.returned);
      this.#margin.add(place, one.margin);
    });
  }

  /** Revenue in no period, and in those before one. */
  leftOutBefore(period: number): number {
    const sums = new CompensatedSums(1);
    sums.addSum(0, this.#leftOut, 0);
    for (let place = 0; place < period * GROUPS; place++) sums.addSum(0, this.#revenue, place);
    return sums.at(0);
  }

  row(period: number, costs: CostsByPeriod | null): NewAndExistingRow {
    const { frame, margin } = this.#plan;
    const place = period * GROUPS;
    const fresh = this.#economics(period, NEW, costs?.acquisition.at(period) ?? null);
    const existing = this.#economics(period, EXISTING, costs?.retention.at(period) ?? null);
    const all = new CompensatedSums(1);
    for (let group = 0; group < GROUPS; group++) all.addSum(0, this.#revenue, place + group);
    return {
      ...(frame.periods[period] as BasePeriod),
      new: fresh,
      existing,
      withoutPurchase: {
        customers: this.#customers[place + WITHOUT_PURCHASE] as number,
        returns: this.#returns[place + WITHOUT_PURCHASE] as number,
        revenue: this.#revenue.at(place + WITHOUT_PURCHASE),
        margin: margin.kind === null ? null : this.#margin.at(place + WITHOUT_PURCHASE),
      },
      revenue: all.at(0),
      costRatio:
        fresh.costPerCustomer === null || existing.costPerCustomer === null
          ? null
          : shareOf(fresh.costPerCustomer, existing.costPerCustomer),
    };
  }

  #economics(period: number, group: number, cost: number | null): BaseEconomics {
    const place = period * GROUPS + group;
    const both = [period * GROUPS + NEW, period * GROUPS + EXISTING] as const;
    const customers = this.#customers[place] as number;
    const orders = this.#orders[place] as number;
    const revenue = this.#revenue.at(place);
    const margin = this.#plan.margin.kind === null ? null : this.#margin.at(place);
    const allCustomers = (this.#customers[both[0]] as number) + (this.#customers[both[1]] as number);
    return {
      customers,
      shareOfCustomers: ratioOf(customers, allCustomers),
      orders,
      revenue,
      shareOfRevenue: shareOf(revenue, this.#revenue.at(both[0]) + this.#revenue.at(both[1])),
      returns: this.#returns[place] as number,
      returned: this.#returned.at(place),
      revenuePerCustomer: ratioOf(revenue, customers),
      ordersPerCustomer: ratioOf(orders, customers),
      averageOrderValue: ratioOf(revenue, orders),
      margin,
      marginPerCustomer: margin === null ? null : ratioOf(margin, customers),
      cost,
      costPerCustomer: cost === null ? null : ratioOf(cost, customers),
      marginAfterCost: margin === null || cost === null ? null : margin - cost,
    };
  }
}
