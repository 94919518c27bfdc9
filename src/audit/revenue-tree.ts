import { CompensatedSums } from "../math/compensated-sums.ts";
import { checkNames } from "../rows/options.ts";
import { isoDate } from "../time/civil-day.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import type { BridgeMovement, BridgeStep } from "./bridge-result.ts";
import { bridgeSteps } from "./bridge-steps.ts";
import { firstDays } from "./first-days.ts";
import { logMean, logRatio } from "./log-mean.ts";
import { pairWarnings } from "./pair-warnings.ts";
import type { PeriodPair } from "./paired-period.ts";
import { PAIR_NAMES, type PeriodPairOptions, periodPair } from "./period-pair.ts";
import type { PeriodSheet } from "./period-sheet.ts";
import { ratioOf, shareOf } from "./ratio.ts";
import { reconciled } from "./reconcile.ts";
import { type SheetPair, sheetPair } from "./sheet-pair.ts";
import type { NoSplitReason, RevenueTree, TreeFactor } from "./tree-result.ts";

/** Which periods are compared. */
export type RevenueTreeOptions = PeriodPairOptions;

/**
 * Splits the growth of revenue into what more customers, more orders per customer and more value per order did (Umsatztreiber).
 *
 * Revenue of those who bought in a period = customers × orders per customer × average order value. The change is split by the logarithmic
 * mean Divisia index in additive form: the effect of a factor is L(R₁, R₀) · ln(x₁ ÷ x₀), where L is the logarithmic mean. The effects add up
 * to the change without a rest, whatever the order of the factors, and turn round if the periods change places. The effect of customers is
 * split once more in proportion to who is new, returned and lost. Where a period has no buyers, or they brought nothing above 0, there are no
 * logarithms: the effects are `null`, and `noSplit` says why.
 *
 * @param log - A log from `transactionLog`.
 * @param options - As for `revenueBridge`: `period` (or a length) with `at` and `compareWith`, or `previous` and `current`; `asOf`.
 * @returns `{ previous, current, revenueBefore, revenueNow, change, growth, customers, ordersPerCustomer, averageOrderValue, customersEffect,
 *   withoutPurchase, noSplit, residual, reconciliation, warnings }`: per factor its values, its growth (0.1 is 10 %) and its effect in money.
 * @throws {@link DataError} for options that are none, periods that overlap or are not over, or if the log is empty and no `asOf` is given.
 * @see Ang (2005), "The LMDI approach to decomposition analysis: a practical guide", Energy Policy 33, equations 3 and 4.
 *
 * @example
 * import { revenueTree, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-05-10", amount: 50 },
 *   { customerId: "Ben", date: "2024-08-21", amount: 50 },
 *   { customerId: "Ada", date: "2025-02-02", amount: 60 },
 *   { customerId: "Ada", date: "2025-09-14", amount: 60 },
 *   { customerId: "Cem", date: "2025-10-01", amount: 60 },
 * ]);
 * const tree = revenueTree(log, { period: "year", asOf: "2025-12-31" });
 * tree.change; // => 80
 * [tree.customers.effect, tree.ordersPerCustomer.effect, tree.averageOrderValue.effect]; // => [0, 55.1853, 24.8147]
 */
export function revenueTree(log: TransactionLog, options: RevenueTreeOptions = {}): RevenueTree {
  checkLog(log);
  checkNames("options", options, PAIR_NAMES);
  const pair = periodPair(log, options);
  const sheets = sheetPair(log, pair, { kind: null });
  const { steps } = bridgeSteps(pair, sheets, firstDays(log, pair.asOf));
  return treeOf(log, pair, sheets, steps);
}

/** The tree of two sheets. */
export function treeOf(
  log: TransactionLog,
  pair: PeriodPair,
  { before, now }: SheetPair,
  steps: Readonly<Record<BridgeMovement, BridgeStep>>,
): RevenueTree {
  const noSplit = reasonNotToSplit(before, now);
  const mean = noSplit === null ? logMean(now.buyersRevenue, before.buyersRevenue) : null;
  const customers = factor(before.buyers, now.buyers, mean);
  const ordersPerCustomer = factor(perOne(before.buyersOrders, before), perOne(now.buyersOrders, now), mean);
  const averageOrderValue = factor(orderValue(before), orderValue(now), mean);
  const withoutPurchase = now.others.revenue - before.others.revenue;
  const change = now.logRevenue - before.logRevenue;
  const sums = new CompensatedSums(1);
  for (const { effect } of [customers, ordersPerCustomer, averageOrderValue]) sums.add(0, effect ?? 0);
  sums.add(0, withoutPurchase);
  const perCustomer = mean === null ? null : mean / logMean(now.buyers, before.buyers);
  const part = (
    count: number,
    sign: 1 | -1,
  ): { readonly customers: number; readonly effect: number | null } => ({
    customers: count,
    effect: perCustomer === null ? null : sign * count * perCustomer + 0,
  });
  return {
    previous: pair.previous.period,
    current: pair.current.period,
    asOf: isoDate(pair.asOf),
    revenueBefore: before.logRevenue,
    revenueNow: now.logRevenue,
    change,
    growth: shareOf(change, before.logRevenue),
    customers,
    ordersPerCustomer,
    averageOrderValue,
    customersEffect: {
      new: part(steps.new.customers, 1),
      returned: part(steps.returned.customers, 1),
      lost: part(steps.lost.customers, -1),
    },
    withoutPurchase,
    noSplit,
    residual: noSplit === null ? change - sums.at(0) : null,
    reconciliation: noSplit === null ? [reconciled("revenue tree", sums.at(0), change)] : [],
    warnings: pairWarnings(log, pair),
  };
}

function reasonNotToSplit(before: PeriodSheet, now: PeriodSheet): NoSplitReason | null {
  if (before.buyers === 0 || now.buyers === 0) return "no-customers";
  return before.buyersRevenue > 0 && now.buyersRevenue > 0 ? null : "no-positive-revenue";
}

function perOne(value: number, { buyers }: PeriodSheet): number | null {
  return ratioOf(value, buyers);
}

function orderValue({ buyersRevenue, buyersOrders }: PeriodSheet): number | null {
  return ratioOf(buyersRevenue, buyersOrders);
}

function factor(before: number | null, now: number | null, mean: number | null): TreeFactor {
  const growth = before === null || now === null || before <= 0 ? null : (now - before) / before;
  const effect = mean === null || before === null || now === null ? null : mean * logRatio(now, before);
  return { before, now, growth, effect };
}
