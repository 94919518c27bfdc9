import { CompensatedSums } from "../math/compensated-sums.ts";
import { checkOption } from "../rows/options.ts";
import type { CustomerPeriod } from "./customer-periods.ts";

/** Ages at which cohorts are compared by means, 0 included. */
export const COMPARED_AGES = 13;

/** More cells than anybody reads; they would fill the memory. */
const MOST_CELLS = 2_000_000;

/** What each cohort did in each period. */
export class BaseCells {
  readonly cohorts: number;
  readonly periods: number;
  /** Customers who bought, and their purchases; by cohort, then period. */
  readonly customers: Float64Array;
  readonly orders: Float64Array;
  readonly revenue: CompensatedSums;
  readonly margin: CompensatedSums;
  /** Customers of each cohort, and what they bought on their first day. */
  readonly sizes: Int32Array;
  readonly firstRevenue: CompensatedSums;
  /** Change of the sum over customers of (cumulative revenue)² from one age to the next; by cohort, then age. */
  readonly squareSteps: CompensatedSums;
  #customer = -1;
  #cumulative = 0;

  constructor(cohorts: number, periods: number) {
    const cells = cohorts * periods;
    const many = `Cohorts and periods would make more than ${MOST_CELLS} cells: pass a longer period.`;
    checkOption("period", null, cells > MOST_CELLS ? many : null);
    this.cohorts = cohorts;
    this.periods = periods;
    this.customers = new Float64Array(cells);
    this.orders = new Float64Array(cells);
    this.revenue = new CompensatedSums(cells);
    this.margin = new CompensatedSums(cells);
    this.sizes = new Int32Array(cohorts);
    this.firstRevenue = new CompensatedSums(cohorts);
    this.squareSteps = new CompensatedSums(cohorts * COMPARED_AGES);
  }

  /** Adds what a customer of a cohort did in a period; periods of one customer come in order. */
  add(cohort: number, one: Readonly<CustomerPeriod>): void {
    const cell = cohort * this.periods + one.place;
    if (one.orders > 0) this.customers[cell] = (this.customers[cell] as number) + 1;
    this.orders[cell] = (this.orders[cell] as number) + one.orders;
    this.revenue.add(cell, one.revenue);
    this.margin.add(cell, one.margin);
    if (one.customer !== this.#customer) {
      this.#customer = one.customer;
      this.#cumulative = 0;
      this.sizes[cohort] = (this.sizes[cohort] as number) + 1;
    }
    if (one.firstOrders > 0) this.firstRevenue.add(cohort, one.firstRevenue);
    const age = one.place - one.firstPlace;
    if (age >= COMPARED_AGES) return;
    const before = this.#cumulative;
    const now = before + one.revenue;
    this.squareSteps.add(cohort * COMPARED_AGES + age, now * now);
    this.squareSteps.add(cohort * COMPARED_AGES + age, -before * before);
    this.#cumulative = now;
  }
}
