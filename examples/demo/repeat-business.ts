import { activeCustomers, type TransactionLog } from "clientele";

/** What customers bought within some months, told as the models count: a purchase is a day with purchases. */
export interface RepeatBusiness {
  /** First day of the time looked at. */
  readonly from: string;
  /** Purchase days but each customer's first. */
  readonly repeatPurchases: number;
  /** Amounts of those days; returns are left out, as the models do. */
  readonly repeatRevenue: number;
  /** Customers whose first purchase falls into the time. */
  readonly newCustomers: number;
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** The repeat business of the months up to a day. */
export function repeatBusiness(log: TransactionLog, asOf: string, months: number): RepeatBusiness {
  const { from } = activeCustomers(log, { asOf, activeWindow: { months } });
  const firstDay = Date.parse(from) / MILLISECONDS_PER_DAY;
  let repeatPurchases = 0;
  let repeatRevenue = 0;
  let newCustomers = 0;
  for (let c = 0; c < log.customerIds.length; c++) {
    let first: number | null = null;
    let last: number | null = null;
    for (let i = log.offsets[c] ?? 0; i < (log.offsets[c + 1] ?? 0); i++) {
      const day = log.days[i] ?? 0;
      const amount = log.amounts[i] ?? 0;
      if (amount < 0) continue;
      first ??= day;
      if (day >= firstDay && day > first) {
        if (day !== last) repeatPurchases += 1;
        repeatRevenue += amount;
      }
      last = day;
    }
    if (first !== null && first >= firstDay) newCustomers += 1;
  }
  return { from, repeatPurchases, repeatRevenue, newCustomers };
}
