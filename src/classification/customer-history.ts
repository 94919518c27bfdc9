import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import type { Limits } from "./classification-limits.ts";
import { NEVER } from "./never.ts";

/** What the rules look at: one person's past up to `asOf`. Days are `NEVER` where there is none. */
export interface CustomerHistory {
  firstPurchase: CivilDay;
  lastPurchase: CivilDay;
  /** Latest day of a kind of interaction that keeps customers active. */
  lastActivity: CivilDay;
  /** Purchases in all, counted as the option `count` says. */
  purchases: number;
  purchasesInWindow: number;
  /** Net of returns. */
  revenue: number;
  revenueInWindow: number;
  revenueBefore: number;
  /** Amounts of the window before without their signs: what `revenueBefore` was summed from. */
  turnoverBefore: number;
  /** Day of a purchase inside `newWithin` that ended a silence longer than the active window. */
  backOn: CivilDay;
  /** Length of that silence in days. */
  backAfter: number;
  /** The usual days between purchases, or 0 if nothing can be said. */
  usualGap: number;
  usualGapIsOwn: boolean;
  contacts: number;
  terminated: CivilDay;
}

export function emptyHistory(): CustomerHistory {
  return {
    firstPurchase: NEVER,
    lastPurchase: NEVER,
    lastActivity: NEVER,
    purchases: 0,
    purchasesInWindow: 0,
    revenue: 0,
    revenueInWindow: 0,
    revenueBefore: 0,
    turnoverBefore: 0,
    backOn: NEVER,
    backAfter: 0,
    usualGap: 0,
    usualGapIsOwn: false,
    contacts: 0,
    terminated: NEVER,
  };
}

/** Reads the transactions of a customer of the log up to `asOf` into a history that is empty so far. */
export function readTransactions(
  history: CustomerHistory,
  log: TransactionLog,
  customer: number,
  limits: Limits,
): void {
  const { days, amounts } = log;
  const end = log.offsets[customer + 1] as number;
  const everyPurchase = limits.count === "purchases";
  for (let i = log.offsets[customer] as number; i < end; i++) {
    const day = days[i] as number;
    if (day > limits.asOf) break;
    const amount = amounts[i] as number;
    addRevenue(history, day, amount, limits);
    if (!isPurchase(amount)) continue;
    const newDay = day > history.lastPurchase;
    if (newDay) startPurchaseDay(history, day, limits);
    if (!newDay && !everyPurchase) continue;
    history.purchases += 1;
    if (day > limits.beforeActive) history.purchasesInWindow += 1;
  }
}

function addRevenue(history: CustomerHistory, day: CivilDay, amount: number, limits: Limits): void {
  history.revenue += amount;
  if (day > limits.beforeActive) {
    history.revenueInWindow += amount;
  } else if (day > limits.beforePrevious) {
    history.revenueBefore += amount;
    history.turnoverBefore += Math.abs(amount);
  }
}

function startPurchaseDay(history: CustomerHistory, day: CivilDay, limits: Limits): void {
  const previous = history.lastPurchase;
  history.lastPurchase = day;
  if (previous === NEVER) {
    history.firstPurchase = day;
    return;
  }
  // Only recent comebacks matter, so that the calendar is asked for few days.
  if (day > limits.beforeNew && previous <= limits.beforeActiveAt(day)) {
    history.backOn = day;
    history.backAfter = day - previous;
  }
}
