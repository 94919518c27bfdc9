import { CompensatedSums } from "../math/compensated-sums.ts";
import type { CustomerGroup } from "./differences-result.ts";
import type { PeriodSheet } from "./period-sheet.ts";
import { ratioOf, shareOf } from "./ratio.ts";

/** Customers, orders and money of groups of the customers of a period. */
export class GroupTally {
  readonly #sheet: PeriodSheet;
  readonly #customers: Float64Array;
  readonly #orders: Float64Array;
  readonly #revenue: CompensatedSums;
  readonly #margin: CompensatedSums;

  constructor(sheet: PeriodSheet, groups: number) {
    this.#sheet = sheet;
    this.#customers = new Float64Array(groups);
    this.#orders = new Float64Array(groups);
    this.#revenue = new CompensatedSums(groups);
    this.#margin = new CompensatedSums(groups);
  }

  add(group: number, customer: number): void {
    const { orders, revenue, margin } = this.#sheet;
    this.#customers[group] = (this.#customers[group] as number) + 1;
    this.#orders[group] = (this.#orders[group] as number) + (orders[customer] as number);
    this.#revenue.add(group, revenue[customer] as number);
    if (margin !== null) this.#margin.add(group, margin[customer] as number);
  }

  at(group: number): CustomerGroup {
    const customers = this.#customers[group] as number;
    const revenue = this.#revenue.at(group);
    return {
      customers,
      shareOfCustomers: ratioOf(customers, this.#sheet.buyers),
      orders: this.#orders[group] as number,
      revenue,
      shareOfRevenue: shareOf(revenue, this.#sheet.buyersRevenue),
      margin: this.#sheet.margin === null ? null : this.#margin.at(group),
    };
  }
}
