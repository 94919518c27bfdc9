import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";

/** The sums over one customer's transactions; one object serves all customers in turn. */
export class CustomerTally {
  transactions = 0;
  orders = 0;
  days = 0;
  firstDay: CivilDay = 0;
  lastDay: CivilDay = 0;
  firstDayOrders = 0;
  firstDayAmount = 0;
  laterAmount = 0;
  revenue = 0;
  margin = 0;

  count(log: TransactionLog, customer: number, asOf: CivilDay): void {
    const { days, amounts, margins } = log;
    const start = log.offsets[customer] as number;
    const end = log.offsets[customer + 1] as number;
    let i = start;
    let orders = 0;
    let purchaseDays = 0;
    let firstDay = 0;
    let lastDay = 0;
    let firstDayOrders = 0;
    let firstDayAmount = 0;
    let laterAmount = 0;
    let revenue = 0;
    let turnover = 0;
    let margin = 0;
    for (; i < end; i++) {
      const day = days[i] as number;
      if (day > asOf) break;
      const amount = amounts[i] as number;
      revenue += amount;
      turnover += Math.abs(amount);
      if (margins !== null) margin += margins[i] as number;
      if (!isPurchase(amount)) continue;
      if (orders === 0) firstDay = day;
      if (orders === 0 || day !== lastDay) purchaseDays += 1;
      lastDay = day;
      orders += 1;
      if (day === firstDay) {
        firstDayOrders += 1;
        firstDayAmount += amount;
      } else laterAmount += amount;
    }
    this.transactions = i - start;
    this.orders = orders;
    this.days = purchaseDays;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.firstDayOrders = firstDayOrders;
    this.firstDayAmount = firstDayAmount;
    this.laterAmount = laterAmount;
    this.revenue = settledRevenue(revenue, turnover, i - start);
    this.margin = margin;
  }
}

/**
 * The revenue of a customer; exactly 0 if returns have cancelled all purchases: what is left is less than rounding can leave behind.
 *
 * Else a customer who sent everything back would have earned the business a millionth of a millionth of a cent, and rank above one who owes it.
 */
export function settledRevenue(revenue: number, turnover: number, transactions: number): number {
  return Math.abs(revenue) <= transactions * Number.EPSILON * turnover ? 0 : revenue;
}
