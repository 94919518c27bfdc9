import { CompensatedSums } from "../math/compensated-sums.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import type { CustomerDifferences } from "./differences-result.ts";
import type { PeriodSheet } from "./period-sheet.ts";
import { reconciled } from "./reconcile.ts";
import type { Reconciliation } from "./reconciliation.ts";
import type { WholeBase } from "./whole-base-result.ts";

/** What a log adds up to by a day, transaction by transaction and without regard to customers and periods. */
export interface LogTotals {
  readonly orders: number;
  readonly revenue: number;
}

export function logTotals({ days, amounts }: TransactionLog, asOf: CivilDay): LogTotals {
  const revenue = new CompensatedSums(1);
  let orders = 0;
  for (let i = 0; i < days.length; i++) {
    if ((days[i] as number) > asOf) continue;
    revenue.add(0, amounts[i] as number);
    if (isPurchase(amounts[i] as number)) orders += 1;
  }
  return { orders, revenue: revenue.at(0) };
}

/** The whole against the log. */
export function wholeChecks(whole: WholeBase, log: LogTotals): readonly Reconciliation[] {
  const { periods } = whole;
  const before = periods.map((period) => period.beforeFirstPurchase);
  return [
    reconciled("revenue by period", sum(periods.map((period) => period.revenue)), log.revenue),
    reconciled(
      "revenue by first purchases, repeat purchases and returns",
      sum(
        periods.flatMap(({ firstRevenue, repeatRevenue, returned }) => [
          firstRevenue,
          repeatRevenue,
          returned,
        ]),
      ),
      log.revenue,
    ),
    reconciled("revenue by cohort and period", sum([...whole.revenue.flat(), ...before]), log.revenue),
    reconciled("orders by period", sum(periods.map((period) => period.orders)), log.orders),
    reconciled("orders by cohort and period", sum(whole.orders.flat()), log.orders),
    reconciled(
      "customers by period and cohort",
      sum(whole.customers.flat()),
      sum(periods.map((period) => period.customers)),
    ),
  ];
}

/** The customers of the current period against the log. */
export function differencesChecks(
  { deciles, byOrders, spend, withoutPurchase }: CustomerDifferences,
  source: NonNullable<WholeBase["currentBySource"]>,
  { logRevenue, buyers }: PeriodSheet,
): readonly Reconciliation[] {
  const total = (groups: readonly { readonly revenue: number }[]): number =>
    sum([...groups.map((group) => group.revenue), withoutPurchase.revenue]);
  return [
    reconciled("revenue of the current period by decile", total(deciles), logRevenue),
    reconciled("revenue of the current period by number of orders", total(byOrders), logRevenue),
    reconciled("revenue of the current period by class of revenue", total(spend.classes), logRevenue),
    reconciled(
      "revenue of the current period by time of first purchase",
      total(Object.values(source)),
      logRevenue,
    ),
    reconciled("customers of the current period by decile", sum(deciles.map((row) => row.customers)), buyers),
  ];
}

function sum(parts: readonly number[]): number {
  const sums = new CompensatedSums(1);
  for (const part of parts) sums.add(0, part);
  return sums.at(0);
}
