import { CompensatedSums } from "../math/compensated-sums.ts";
import {
  type ContributionLevel,
  type Contributions,
  type CustomerCostKind,
  LEVEL_OF_COST,
} from "./contribution.ts";

/** The sums behind contributions, customer by customer; kept so that totals agree with the log to the cent. */
export class ContributionLedger {
  readonly #purchases: Int32Array;
  readonly #returns: Int32Array;
  readonly #revenue: CompensatedSums;
  readonly #deductions: CompensatedSums;
  readonly #productCost: CompensatedSums;
  /** Contribution I has a sum of its own: the difference of the others would round three times. */
  readonly #contribution: CompensatedSums;
  readonly #levels: Readonly<Record<Exclude<ContributionLevel, 1>, CompensatedSums>>;
  readonly #value: CompensatedSums;

  constructor(customers: number) {
    const sums = (): CompensatedSums => new CompensatedSums(customers);
    this.#purchases = new Int32Array(customers);
    this.#returns = new Int32Array(customers);
    this.#revenue = sums();
    this.#deductions = sums();
    this.#productCost = sums();
    this.#contribution = sums();
    this.#levels = { 2: sums(), 3: sums() };
    this.#value = sums();
  }

  /** Books a transaction with what is left of it after product cost. */
  book(customer: number, amount: number, margin: number): void {
    const counts = amount >= 0 ? this.#purchases : this.#returns;
    counts[customer] = (counts[customer] as number) + 1;
    if (amount >= 0) this.#revenue.add(customer, amount);
    else this.#deductions.add(customer, -amount);
    this.#productCost.add(customer, amount);
    this.#productCost.add(customer, -margin);
    this.#contribution.add(customer, margin);
  }

  bookCost(customer: number, kind: CustomerCostKind, amount: number): void {
    const level = LEVEL_OF_COST[kind];
    const sums = kind === "deduction" ? this.#deductions : this.#productCost;
    (level === 1 ? sums : this.#levels[level]).add(customer, amount);
    if (level === 1) this.#contribution.add(customer, -amount);
  }

  /** Adds to the value: margins with a plus, costs with a minus. */
  addValue(customer: number, amount: number): void {
    this.#value.add(customer, amount);
  }

  /** The contributions of a customer. */
  at(customer: number): Contributions {
    const contribution1 = this.#contribution.at(customer);
    const orderAndServiceCost = this.#levels[2].at(customer);
    const contribution2 = contribution1 - orderAndServiceCost;
    const marketingAndSalesCost = this.#levels[3].at(customer);
    return {
      purchases: this.#purchases[customer] as number,
      returns: this.#returns[customer] as number,
      revenue: this.#revenue.at(customer),
      deductions: this.#deductions.at(customer),
      productCost: this.#productCost.at(customer),
      contribution1,
      orderAndServiceCost,
      contribution2,
      marketingAndSalesCost,
      contribution3: contribution2 - marketingAndSalesCost,
      value: this.#value.at(customer),
    };
  }

  /** The ledger of all customers as one. */
  total(): ContributionLedger {
    const all = new ContributionLedger(1);
    for (let c = 0; c < this.#purchases.length; c++) {
      all.#purchases[0] = (all.#purchases[0] as number) + (this.#purchases[c] as number);
      all.#returns[0] = (all.#returns[0] as number) + (this.#returns[c] as number);
      all.#revenue.addSum(0, this.#revenue, c);
      all.#deductions.addSum(0, this.#deductions, c);
      all.#productCost.addSum(0, this.#productCost, c);
      all.#contribution.addSum(0, this.#contribution, c);
      all.#levels[2].addSum(0, this.#levels[2], c);
      all.#levels[3].addSum(0, this.#levels[3], c);
      all.#value.addSum(0, this.#value, c);
    }
    return all;
  }
}
