import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodMovements } from "../../src/retention/period-movements.ts";
import { repeatPurchaseRate } from "../../src/retention/repeat-purchase-rate.ts";
import { type RetentionLedger, retentionLedger } from "../../src/retention/retention-ledger.ts";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import { CALENDAR_PERIODS } from "../../src/time/calendar-period.ts";
import { civilDayOfIso, isoDate } from "../../src/time/civil-day.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryDay, arbitraryRows, shuffled } from "../support/arbitrary-rows.ts";
import { type NaiveLedgerSettings, type NaiveMovement, naiveMovements } from "./naive-ledger.ts";
import { cents } from "./naive-periods.ts";

const arbitraryDate = arbitraryDay.map(isoDate);

const arbitrarySettings: fc.Arbitrary<NaiveLedgerSettings> = fc
  .record({
    period: fc.constantFrom(...CALENDAR_PERIODS.slice(1)),
    activeWindow: fc.oneof(
      fc.constant(null),
      fc.record({ months: fc.integer({ min: 1, max: 14 }) }),
      fc.record({ days: fc.integer({ min: 1, max: 200 }) }),
    ),
    days: fc.tuple(arbitraryDate, arbitraryDate).map((days) => days.sort()),
    hasFrom: fc.boolean(),
  })
  .map(({ days, hasFrom, ...rest }) => ({
    ...rest,
    from: hasFrom ? (days[0] ?? null) : null,
    asOf: days[1] ?? "",
  }));

function optionsOf({ activeWindow, from, ...rest }: NaiveLedgerSettings) {
  return {
    ...rest,
    ...(activeWindow === null ? {} : { activeWindow }),
    ...(from === null ? {} : { from }),
  };
}

const total = (movements: readonly NaiveMovement[], of: (movement: NaiveMovement) => number): number =>
  movements.reduce((sum, movement) => sum + of(movement), 0);

describe("the retention ledger", () => {
  it("agrees with the definitions, customer by customer and cent by cent", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(arbitraryRows, arbitrarySettings, (rows, settings) => {
        const movements = naiveMovements(rows, settings);
        const ledger = retentionLedger(transactionLog(rows), optionsOf(settings));
        expect(ledger.rows.map((row) => row.period)).toEqual([
          ...new Set(movements.map((movement) => movement.period)),
        ]);
        for (const row of ledger.rows) {
          const own = movements.filter(({ period }) => period === row.period);
          const of = (...kinds: readonly string[]): NaiveMovement[] =>
            own.filter(({ movement }) => kinds.includes(movement));
          for (const { movement } of own) seen.set(movement, (seen.get(movement) ?? 0) + 1);
          const [active, inactive] = [of("kept", "lost"), of("returned", "inactive")];
          expect({ ...row, revenue: null }).toMatchObject({
            start: active.length,
            new: of("new").length,
            kept: of("kept").length,
            returned: of("returned").length,
            lost: of("lost").length,
            end: of("kept", "new", "returned").length,
            inactive: inactive.length,
            buyers: own.filter(({ purchases }) => purchases > 0).length,
            repeatBuyers: own.filter(({ purchases }) => purchases > 1).length,
          });
          const { netRetentionRate, grossRetentionRate, ...money } = row.revenue;
          const inCents = Object.fromEntries(
            Object.entries(money).map(([name, amount]) => [name, cents(amount)]),
          );
          const growth = (movement: NaiveMovement): number => movement.now - movement.before;
          const expected = {
            start: total(own, ({ before }) => before),
            new: total(of("new"), ({ now }) => now),
            returned: total(of("returned"), ({ now }) => now),
            expansion: total(of("kept"), (movement) => Math.max(0, growth(movement))),
            contraction: total(of("kept"), (movement) => Math.max(0, -growth(movement))),
            lost: total(of("lost"), ({ before }) => before),
            adjustment:
              total(of("lost", "inactive", "unknown"), ({ now }) => now) -
              total(of("new", "returned", "inactive", "unknown"), ({ before }) => before),
            end: total(own, ({ now }) => now),
          };
          for (const [name, amount] of Object.entries(expected)) {
            expect(Math.abs((inCents[name] ?? Number.NaN) - amount), name).toBe(0);
          }
          const then = total(active, ({ before }) => before);
          if (then <= 0) {
            expect([netRetentionRate, grossRetentionRate]).toEqual([null, null]);
          } else {
            const kept = of("kept");
            expect(netRetentionRate).toBeCloseTo(total(kept, ({ now }) => now) / then, 9);
            const least = total(kept, ({ before, now }) => Math.min(before, now));
            expect(grossRetentionRate).toBeCloseTo(least / then, 9);
          }
        }
      }),
      { numRuns: 100, seed: 3 },
    );
    expect(seen.size).toBe(6);
    expect(Math.min(...seen.values())).toBeGreaterThan(20);
  });

  it("is the same for calendar periods and for own ones with their days", () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitraryRows, arbitrarySettings, (rows, settings) => {
        const log = transactionLog(rows);
        const byCalendar = retentionLedger(log, optionsOf(settings)).rows;
        const last = byCalendar.at(-1);
        if (last === undefined || (byCalendar.length < 2 && settings.activeWindow === null)) return;
        const dayAfter = isoDate(civilDayOfIso(last.to) + 1);
        const { asOf, activeWindow } = settings;
        const own = retentionLedger(log, {
          asOf,
          boundaries: [...byCalendar.map((row) => row.from), dayAfter],
          ...(activeWindow === null ? {} : { activeWindow }),
        }).rows;
        // Without a window of its own the first period is only a start.
        const expected = activeWindow === null ? byCalendar.slice(1) : byCalendar;
        const named = expected.map((row) => ({ ...row, period: `${row.from}/${row.to}` }));
        expect(own.map((row) => ({ ...row, revenue: null }))).toEqual(
          named.map((row) => ({ ...row, revenue: null })),
        );
        own.forEach((row, i) => {
          expect(row.revenue.end).toBeCloseTo(named[i]?.revenue.end ?? Number.NaN, 9);
          expect(row.revenue.expansion).toBeCloseTo(named[i]?.revenue.expansion ?? Number.NaN, 9);
        });
        compared += own.length;
      }),
      { seed: 5 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it("closes: by number exactly, by revenue to a hair, and each end is the next start", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitrarySettings, (rows, settings) => {
        const ledger = retentionLedger(transactionLog(rows), optionsOf(settings));
        ledger.rows.forEach((row, at) => {
          expect(row.start + row.new + row.returned - row.lost).toBe(row.end);
          expect(row.kept + row.lost).toBe(row.start);
          const { start, new: fresh, returned, expansion, contraction, lost, adjustment, end } = row.revenue;
          expect(start + fresh + returned + expansion - contraction - lost + adjustment).toBeCloseTo(end, 9);
          const next = ledger.rows[at + 1];
          if (next === undefined) return;
          expect(next.start).toBe(row.end);
          expect(next.revenue.start).toBe(end);
        });
      }),
    );
  });

  it("gives rates that belong together", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitrarySettings, (rows, settings) => {
        for (const row of retentionLedger(transactionLog(rows), optionsOf(settings)).rows) {
          const retained = proportionInterval(row.kept, row.start);
          expect(row.retentionRate === null).toBe(row.start === 0);
          expect(row.retentionLower).toBe(retained?.lower ?? null);
          expect(row.retentionUpper).toBe(retained?.upper ?? null);
          expect(row.reactivationRate).toBe(row.inactive === 0 ? null : row.returned / row.inactive);
          expect(row.repeatPurchaseRate).toBe(row.buyers === 0 ? null : row.repeatBuyers / row.buyers);
          expect(row.fluctuationRatio).toBe(row.lost === 0 ? null : row.new / row.lost);
          expect(row.meanDuration).toBe(row.lost === 0 ? null : row.start / row.lost);
          if (row.retentionRate === null || row.churnRate === null) continue;
          expect(row.retentionRate + row.churnRate).toBe(1);
          expect(row.retentionRate).toBeCloseTo(row.kept / row.start, 15);
          expect(row.churnRate).toBeCloseTo(row.lost / row.start, 15);
        }
      }),
    );
  });

  it("is the sum of its customers' movements", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitrarySettings, (rows, settings) => {
        const log = transactionLog(rows);
        const { from: _, ...options } = optionsOf(settings);
        for (const row of retentionLedger(log, options).rows) {
          const period = periodMovements(log, { ...options, at: row.from });
          expect(period).toMatchObject({ period: row.period, from: row.from, to: row.to });
          const count = (kind: string): number =>
            period.rows.filter(({ movement }) => movement === kind).length;
          expect([count("new"), count("kept"), count("returned"), count("lost")]).toEqual([
            row.new,
            row.kept,
            row.returned,
            row.lost,
          ]);
          const sumOf = (of: "revenueBefore" | "revenueNow"): number =>
            period.rows.reduce((sum, each) => sum + cents(each[of]), 0);
          expect(sumOf("revenueBefore")).toBe(cents(row.revenue.start) + 0);
          expect(sumOf("revenueNow")).toBe(cents(row.revenue.end) + 0);
        }
      }),
    );
  });

  it("says the same of repeat purchases as the rate of the period's days", () => {
    fc.assert(
      fc.property(
        arbitraryRows,
        arbitrarySettings,
        fc.constantFrom("purchases" as const, "purchase-days" as const),
        (rows, settings, count) => {
          const log = transactionLog(rows);
          const movements = naiveMovements(rows, settings);
          for (const row of retentionLedger(log, { ...optionsOf(settings), count }).rows) {
            const rate = repeatPurchaseRate(log, { from: row.from, asOf: row.to, count });
            expect([rate.buyers, rate.repeatBuyers]).toEqual([row.buyers, row.repeatBuyers]);
            expect(rate.rate).toBe(row.repeatPurchaseRate);
            expect([rate.lower, rate.upper]).toEqual([row.repeatPurchaseLower, row.repeatPurchaseUpper]);
            const own = movements.filter(({ period }) => period === row.period);
            const of = count === "purchases" ? "purchases" : "purchaseDays";
            expect(rate.repeatBuyers).toBe(own.filter((movement) => movement[of] > 1).length);
          }
        },
      ),
    );
  });

  it("does not depend on the order of the rows, nor on what happens after asOf, and is plain data", () => {
    const orders = fc.array(fc.integer(), { minLength: 1, maxLength: 80 });
    const rounded = ({ rows }: RetentionLedger): unknown =>
      JSON.parse(JSON.stringify(rows), (_, value) =>
        typeof value === "number" ? Number(value.toFixed(9)) : value,
      );
    fc.assert(
      fc.property(arbitraryRows, orders, arbitrarySettings, (rows, order, settings) => {
        const options = optionsOf(settings);
        const one = retentionLedger(transactionLog(rows), options);
        const other = retentionLedger(transactionLog(shuffled(rows, order)), options);
        expect(rounded(other)).toEqual(rounded(one));
        const past = rows.filter((row) => row.date <= settings.asOf);
        expect(retentionLedger(transactionLog(past), options).rows).toEqual(one.rows);
        expect(JSON.parse(JSON.stringify(one))).toEqual(one);
        expect(structuredClone(one)).toEqual(one);
      }),
    );
  });
});
