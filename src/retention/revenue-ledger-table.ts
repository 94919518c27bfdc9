import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { periodEnd, periodName, periodStart } from "../time/calendar-period.ts";
import { isoDate } from "../time/civil-day.ts";
import type { RevenueFrame } from "./revenue-frame.ts";
import type { RevenueBalance, RevenuePeriod } from "./revenue-ledger.ts";
import {
  CHURN,
  CONTRACTION,
  EXPANSION,
  NEW,
  NO_MOVEMENT,
  REACTIVATION,
  REVENUE_MOVEMENTS,
} from "./revenue-movement.ts";
import { ratesOf } from "./revenue-rates.ts";
import type { RevenueSteps } from "./revenue-steps.ts";

const KINDS = REVENUE_MOVEMENTS.length;

/** The ledgers of the groups of accounts, being added up: whole units of money, so that nothing is lost. */
export class LedgerTable {
  readonly #frame: RevenueFrame;
  readonly #periods: number;
  /** Units and accounts by group, period and movement. */
  readonly #units: Float64Array;
  readonly #accounts: Int32Array;
  /** Change of the free accounts by group and period. */
  readonly #free: Int32Array;
  /** What each group has before the first period: units, paying and free accounts. */
  readonly #startUnits: Float64Array;
  readonly #startPaying: Int32Array;
  readonly #startFree: Int32Array;

  constructor(frame: RevenueFrame, groups: number) {
    this.#frame = frame;
    this.#periods = Math.max(0, frame.last - frame.first + 1);
    const cells = groups * this.#periods;
    this.#units = new Float64Array(cells * KINDS);
    this.#accounts = new Int32Array(cells * KINDS);
    this.#free = new Int32Array(cells);
    this.#startUnits = new Float64Array(groups);
    this.#startPaying = new Int32Array(groups);
    this.#startFree = new Int32Array(groups);
  }

  /** Adds steps to the groups of their accounts; an account below 0 stands in no group. */
  add(steps: RevenueSteps, groupOf: Int32Array): void {
    const { first, last } = this.#frame;
    const { account, period, before, after, movement, free } = steps;
    for (let i = 0; i < account.length; i++) {
      const group = groupOf[account[i] as number] as number;
      const now = period[i] as number;
      if (group < 0 || now > last) continue;
      const kind = movement[i] as number;
      const change = (after[i] as number) - (before[i] as number);
      if (now < first) {
        this.#startUnits[group] = (this.#startUnits[group] as number) + change;
        this.#startFree[group] = (this.#startFree[group] as number) + (free[i] as number);
        this.#startPaying[group] = (this.#startPaying[group] as number) + joining(kind);
        continue;
      }
      const cell = group * this.#periods + now - first;
      this.#free[cell] = (this.#free[cell] as number) + (free[i] as number);
      if (kind === NO_MOVEMENT) continue;
      const place = cell * KINDS + kind;
      this.#units[place] = (this.#units[place] as number) + Math.abs(change);
      this.#accounts[place] = (this.#accounts[place] as number) + 1;
    }
  }

  /** The ledger of a group, period by period from the period of a number on. */
  rows(group: number, decimals: number, level: number, since: number = this.#frame.first): RevenuePeriod[] {
    const { first, last, period } = this.#frame;
    const z = standardErrorsOfLevel(level);
    const scale = 10 ** decimals;
    const rows: RevenuePeriod[] = [];
    let start = this.#startUnits[group] as number;
    let paying = this.#startPaying[group] as number;
    let free = this.#startFree[group] as number;
    for (let now = first; now <= last; now++) {
      const cell = group * this.#periods + now - first;
      const units = (kind: number): number => this.#units[cell * KINDS + kind] as number;
      const accounts = (kind: number): number => this.#accounts[cell * KINDS + kind] as number;
      const sums = {
        start,
        new: units(NEW),
        expansion: units(EXPANSION),
        contraction: units(CONTRACTION),
        churn: units(CHURN),
        reactivation: units(REACTIVATION),
      };
      const end = start + sums.new + sums.expansion + sums.reactivation - sums.contraction - sums.churn;
      const payingEnd = paying + accounts(NEW) + accounts(REACTIVATION) - accounts(CHURN);
      free += this.#free[cell] as number;
      if (now >= since) {
        rows.push({
          period: periodName(now, period),
          from: isoDate(periodStart(now, period)),
          to: isoDate(periodEnd(now, period)),
          ...inMoney({ ...sums, end }, scale),
          customers: {
            start: paying,
            new: accounts(NEW),
            reactivated: accounts(REACTIVATION),
            churned: accounts(CHURN),
            end: payingEnd,
            expanded: accounts(EXPANSION),
            contracted: accounts(CONTRACTION),
            free,
          },
          ...ratesOf(sums, { start: paying, churned: accounts(CHURN) }, z),
          averageRevenuePerAccount: payingEnd === 0 ? null : end / payingEnd / scale,
          mrr: end / scale,
          arr: (12 * end) / scale,
        });
      }
      start = end;
      paying = payingEnd;
    }
    return rows;
  }

  /** The ledger of a group over all periods at once; `null` without periods. */
  totals(group: number, decimals: number): RevenueBalance | null {
    if (this.#periods === 0) return null;
    const sums = new Float64Array(KINDS);
    for (let cell = group * this.#periods; cell < (group + 1) * this.#periods; cell++) {
      for (let kind = 0; kind < KINDS; kind++) {
        sums[kind] = (sums[kind] as number) + (this.#units[cell * KINDS + kind] as number);
      }
    }
    const sum = (kind: number): number => sums[kind] as number;
    const start = this.#startUnits[group] as number;
    const end = start + sum(NEW) + sum(EXPANSION) + sum(REACTIVATION) - sum(CONTRACTION) - sum(CHURN);
    return inMoney(
      {
        start,
        new: sum(NEW),
        expansion: sum(EXPANSION),
        contraction: sum(CONTRACTION),
        churn: sum(CHURN),
        reactivation: sum(REACTIVATION),
        end,
      },
      10 ** decimals,
    );
  }
}

/** 1 if the movement makes an account a paying one, −1 if it ends that. */
function joining(kind: number): number {
  if (kind === CHURN) return -1;
  return kind === NEW || kind === REACTIVATION ? 1 : 0;
}

function inMoney(units: RevenueBalance, scale: number): RevenueBalance {
  return {
    start: units.start / scale,
    new: units.new / scale,
    expansion: units.expansion / scale,
    contraction: units.contraction / scale,
    churn: units.churn / scale,
    reactivation: units.reactivation / scale,
    end: units.end / scale,
  };
}
