import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { revenueCohorts } from "../../src/retention/revenue-cohorts.ts";
import type { RevenueBalance, RevenuePeriod } from "../../src/retention/revenue-ledger.ts";
import { REVENUE_MOVEMENTS } from "../../src/retention/revenue-movement.ts";
import { revenueMovementList } from "../../src/retention/revenue-movement-list.ts";
import { revenueMovements } from "../../src/retention/revenue-movements.ts";
import { revenueMovementsBy } from "../../src/retention/revenue-movements-by.ts";
import { revenueRetention } from "../../src/retention/revenue-retention.ts";
import type { SubscriptionBook } from "../../src/subscriptions/subscription-book.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { CALENDAR_PERIODS } from "../../src/time/calendar-period.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import {
  anySubscriptions,
  FIRST_DAY,
  LAST_DAY,
  type RandomSubscription,
} from "../subscriptions/arbitrary-subscriptions.ts";
import { shuffled } from "../support/arbitrary-rows.ts";
import { dayAfter, isServed, naiveLedger } from "./naive-revenue.ts";

const period = fc.constantFrom(...CALENDAR_PERIODS);
const day = fc.integer({ min: FIRST_DAY - 40, max: LAST_DAY + 60 });
const frame = fc.tuple(period, day, day).map(([period, one, other]) => ({
  period,
  from: isoDate(Math.min(one, other)),
  asOf: isoDate(Math.max(one, other)),
}));

/** Whole cents; refuses what is none, so that nothing hides in a rounding. */
function cents(money: number): number {
  const rounded = Math.round(money * 100);
  expect(rounded / 100).toBe(money);
  return rounded;
}

function closes(row: RevenueBalance): void {
  const gained = cents(row.new) + cents(row.expansion) + cents(row.reactivation);
  expect(cents(row.start) + gained - cents(row.contraction) - cents(row.churn)).toBe(cents(row.end));
}

function byId<Row extends { readonly customerId: unknown }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (String(a.customerId) < String(b.customerId) ? -1 : 1));
}

/** What is free of the order in which customers came. */
function listed(book: SubscriptionBook, options: Parameters<typeof revenueMovementList>[1]) {
  const rows = byId(revenueMovementList(book, options));
  return rows.sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
}

describe("the ledger of recurring revenue", () => {
  it("agrees with its definition, worked out day by day and customer by customer", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(anySubscriptions, frame, (rows, options) => {
        const book = subscriptionBook(rows);
        const naive = naiveLedger(rows, options);
        const movements = revenueMovementList(book, options);
        expect(
          listed(book, options).map(({ customerId, period, movement, before, after, change }) => {
            expect(cents(change)).toBe(cents(after) - cents(before));
            return { customerId, period, movement, before: cents(before), after: cents(after) };
          }),
        ).toEqual(
          byId(naive.movements).sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0)),
        );
        for (const { movement } of movements) seen.set(movement, (seen.get(movement) ?? 0) + 1);
        const ledger = revenueMovements(book, options);
        expect(
          ledger.rows.map((row) => ({
            period: row.period,
            from: row.from,
            to: row.to,
            start: cents(row.start),
            end: cents(row.end),
            customersStart: row.customers.start,
            customersEnd: row.customers.end,
            free: row.customers.free,
          })),
        ).toEqual(naive.periods);
        for (const row of ledger.rows) {
          const inPeriod = movements.filter((movement) => movement.period === row.period);
          for (const kind of REVENUE_MOVEMENTS) {
            const changes = inPeriod.filter(({ movement }) => movement === kind);
            const sum = changes.reduce((total, { change }) => total + Math.abs(cents(change)), 0);
            expect(cents(row[kind])).toBe(sum);
          }
          const count = (kind: string): number => inPeriod.filter(({ movement }) => movement === kind).length;
          expect(row.customers).toMatchObject({
            new: count("new"),
            reactivated: count("reactivation"),
            churned: count("churn"),
            expanded: count("expansion"),
            contracted: count("contraction"),
          });
        }
      }),
      { numRuns: 120, seed: 2 },
    );
    // The agreement means something only if everything has moved.
    expect(seen.size).toBe(5);
    expect(Math.min(...seen.values())).toBeGreaterThan(50);
  });

  it("closes exactly, in every row and over all of them", () => {
    fc.assert(
      fc.property(anySubscriptions, frame, (rows, options) => {
        const { rows: ledger, totals } = revenueMovements(subscriptionBook(rows), options);
        ledger.forEach((row, at) => {
          closes(row);
          const { customers } = row;
          expect(customers.start + customers.new + customers.reactivated - customers.churned).toBe(
            customers.end,
          );
          const next = ledger[at + 1];
          if (next === undefined) return;
          expect(next.start).toBe(row.end);
          expect(next.customers.start).toBe(customers.end);
        });
        if (totals === null) {
          expect(ledger).toEqual([]);
          return;
        }
        closes(totals);
        expect(totals.start).toBe(ledger[0]?.start);
        expect(totals.end).toBe(ledger.at(-1)?.end);
        for (const kind of REVENUE_MOVEMENTS) {
          expect(cents(totals[kind])).toBe(ledger.reduce((sum, row) => sum + cents(row[kind]), 0));
        }
      }),
    );
  });

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(anySubscriptions, frame, fc.array(fc.nat(), { minLength: 40 }), (rows, options, keys) => {
        const book = subscriptionBook(rows);
        const other = subscriptionBook(shuffled(rows, keys));
        expect(revenueMovements(other, options)).toEqual(revenueMovements(book, options));
        expect(listed(other, options)).toEqual(listed(book, options));
        expect(revenueCohorts(other, options)).toEqual(revenueCohorts(book, options));
        const window = { from: options.from, to: dayAfter(options.asOf) };
        expect(revenueRetention(other, window)).toEqual(revenueRetention(book, window));
      }),
    );
  });

  it("does not notice where one subscription ends and the next begins at the same price", () => {
    const cut = fc.tuple(anySubscriptions, fc.array(fc.nat(60), { minLength: 40, maxLength: 40 }));
    fc.assert(
      fc.property(cut, frame, ([rows, lengths], options) => {
        const pieces = rows.flatMap((row, at): RandomSubscription[] => {
          const last = dayAfter(row.start, lengths[at] ?? 0);
          if (row.end !== null && last >= row.end) return [row];
          return [
            { ...row, end: last },
            { ...row, start: dayAfter(last) },
          ];
        });
        const [book, other] = [subscriptionBook(rows), subscriptionBook(pieces)];
        expect(revenueMovementList(other, options)).toEqual(revenueMovementList(book, options));
        expect(revenueMovements(other, options).rows).toEqual(revenueMovements(book, options).rows);
      }),
    );
  });
});

describe("ledgers of groups", () => {
  const sumOf = (
    groups: readonly { readonly rows: readonly RevenuePeriod[] }[],
    pick: (row: RevenuePeriod) => number,
  ) => {
    const sums = new Map<string, number>();
    for (const { rows } of groups) {
      for (const row of rows) sums.set(row.period, (sums.get(row.period) ?? 0) + cents(pick(row)));
    }
    return sums;
  };

  it("by a key close, and their starts and ends add up to the whole", () => {
    fc.assert(
      fc.property(anySubscriptions, frame, (rows, options) => {
        fc.pre(rows.some(({ plan }) => plan !== null));
        const book = subscriptionBook(rows);
        const whole = revenueMovements(book, options).rows;
        const { groups } = revenueMovementsBy(book, "plan", options);
        for (const group of groups) group.rows.forEach(closes);
        const starts = sumOf(groups, (row) => row.start);
        const ends = sumOf(groups, (row) => row.end);
        for (const row of whole) {
          expect(starts.get(row.period)).toBe(cents(row.start));
          expect(ends.get(row.period)).toBe(cents(row.end));
        }
        // Each group is the ledger of its subscriptions alone.
        for (const { group, rows: ledger } of groups) {
          const alone = subscriptionBook(rows.filter(({ plan }) => plan === group));
          expect(ledger).toEqual(revenueMovements(alone, options).rows);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("by cohort add up in everything", () => {
    fc.assert(
      fc.property(anySubscriptions, frame, period, (rows, options, cohort) => {
        const book = subscriptionBook(rows);
        const whole = revenueMovements(book, options).rows;
        const { groups } = revenueMovementsBy(book, { cohort }, options);
        for (const kind of ["start", ...REVENUE_MOVEMENTS, "end"] as const) {
          const sums = sumOf(groups, (row) => row[kind]);
          for (const row of whole) expect(sums.get(row.period) ?? 0).toBe(cents(row[kind]));
        }
        for (const group of groups) group.rows.forEach(closes);
      }),
      { numRuns: 40 },
    );
  });
});

describe("retention of revenue", () => {
  const window = fc.tuple(day, day).map(([one, other]) => ({
    from: isoDate(Math.min(one, other)),
    to: isoDate(Math.max(one, other) + 1),
  }));

  it("agrees with its definition, and gross is no more than net, nor than 1", () => {
    fc.assert(
      fc.property(anySubscriptions, window, (rows, { from, to }) => {
        const result = revenueRetention(subscriptionBook(rows), { from, to });
        const paid = (customer: string, date: string): number =>
          rows
            .filter((row) => row.customerId === customer && isServed(row, date))
            .reduce((sum, row) => sum + row.cents, 0);
        const starters = [...new Set(rows.map((row) => row.customerId))].filter((id) => paid(id, from) > 0);
        const sum = (pick: (id: string) => number): number =>
          starters.reduce((total, id) => total + pick(id), 0);
        const start = sum((id) => paid(id, from));
        expect(cents(result.start)).toBe(start);
        expect(cents(result.now)).toBe(sum((id) => paid(id, to)));
        expect(cents(result.retained)).toBe(sum((id) => Math.min(paid(id, from), paid(id, to))));
        expect(result.customers).toEqual({
          start: starters.length,
          retained: starters.filter((id) => paid(id, to) > 0).length,
        });
        const { netRevenueRetention: net, grossRevenueRetention: gross } = result;
        if (net === null || gross === null) {
          expect([start, net, gross, result.customerRetention]).toEqual([0, null, null, null]);
          return;
        }
        expect(gross).toBeLessThanOrEqual(Math.min(1, net));
        expect(gross).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("of one period is that of the ledger", () => {
    fc.assert(
      fc.property(anySubscriptions, frame, (rows, options) => {
        const book = subscriptionBook(rows);
        for (const row of revenueMovements(book, options).rows) {
          expect(row.grossRevenueRetention ?? 0).toBeLessThanOrEqual(
            Math.min(1, row.netRevenueRetention ?? 1),
          );
          const { netRevenueRetention, grossRevenueRetention } = revenueRetention(book, {
            from: dayAfter(row.from, -1),
            to: row.to,
          });
          expect(row.netRevenueRetention).toBe(netRevenueRetention);
          expect(row.grossRevenueRetention).toBe(grossRevenueRetention);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("cohorts of subscribers", () => {
  it("hold every payer once, and add up to the ledger's ends", () => {
    fc.assert(
      fc.property(anySubscriptions, frame, (rows, { period, asOf }) => {
        const book = subscriptionBook(rows);
        const options = { period, asOf };
        const revenue = revenueCohorts(book, options);
        const customers = revenueCohorts(book, { ...options, value: "customers" });
        const ledger = revenueMovements(book, options).rows;
        for (const row of ledger) {
          const inPeriod = revenue.rows.filter((cell) => cell.period === row.period);
          expect(inPeriod.every((cell) => cell.complete)).toBe(true);
          expect(inPeriod.reduce((sum, cell) => sum + cents(cell.value), 0)).toBe(cents(row.end));
          const payers = customers.rows.filter((cell) => cell.period === row.period);
          expect(payers.reduce((sum, cell) => sum + cell.value, 0)).toBe(row.customers.end);
          const fresh = revenue.cohorts.find(({ cohort }) => cohort === row.period);
          expect(fresh?.size ?? 0).toBe(row.customers.new);
        }
        for (const cell of customers.rows) {
          expect(cell.rate).toBe(cell.value / cell.size);
          if (cell.interval === 0) expect(cell.rate).toBe(1);
        }
        // A period that is not over stands as it does on the last day.
        const partial = revenue.rows.filter((cell) => !cell.complete);
        const now = rows.filter((row) => isServed(row, asOf)).reduce((sum, row) => sum + row.cents, 0);
        if (partial.length > 0) expect(partial.reduce((sum, cell) => sum + cents(cell.value), 0)).toBe(now);
      }),
    );
  });
});
