import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyCustomers } from "../../src/classification/classify-customers.ts";
import type { Tenure } from "../../src/retention/tenure.ts";
import { tenures } from "../../src/retention/tenures.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { splitLog } from "../../src/transactions/split-log.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryDay, arbitraryRows } from "../support/arbitrary-rows.ts";
import { before, dayAfter, type NaiveTenure, naiveTenures } from "./naive-tenures.ts";

const lostAfter = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 7 }).map((months) => ({ months })),
  fc.record({ months: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 1, max: 20 }) }),
);
const asOf = arbitraryDay.map(isoDate);

function short({ customerId, start, end, duration, event, spell }: Tenure): NaiveTenure {
  return { customerId: String(customerId), start, end, days: Math.round(duration), event, spell };
}

const inOrder = (rows: readonly NaiveTenure[]): NaiveTenure[] =>
  [...rows].sort((a, b) => (a.customerId + a.start < b.customerId + b.start ? -1 : 1));

describe("tenures of a log", () => {
  it("are those of somebody who goes through the calendar day by day", () => {
    fc.assert(
      fc.property(arbitraryRows, lostAfter, asOf, (rows, limit, day) => {
        const bought = new Map<string, string[]>();
        for (const row of rows) {
          if (row.amount >= 0 && row.date <= day) {
            bought.set(row.customerId, [...(bought.get(row.customerId) ?? []), row.date].sort());
          }
        }
        const naive = [...bought].map(([id, days]) => {
          const first = days[0] ?? "";
          const inside = (at: string): boolean => {
            const start = before(at, limit);
            return days.some((date) => date > start && date <= at);
          };
          return naiveTenures(id, first, day, inside);
        });
        const log = transactionLog(rows);
        const all = tenures(log, { lostAfter: limit, asOf: day, spells: "all" });
        expect(inOrder(all.rows.map(short))).toEqual(inOrder(naive.flatMap((one) => one.rows)));
        expect(all.omitted.notYetObserved).toBe(naive.reduce((sum, one) => sum + one.notYetObserved, 0));
        const first = tenures(log, { lostAfter: limit, asOf: day });
        expect(first.rows).toEqual(all.rows.filter(({ spell }) => spell === 1));
      }),
      { numRuns: 60 },
    );
  });

  it("do not overlap, last for less than there was time, and are above 0", () => {
    fc.assert(
      fc.property(arbitraryRows, lostAfter, asOf, (rows, limit, day) => {
        for (const churnedOn of ["limit", "last-purchase"] as const) {
          const options = { lostAfter: limit, asOf: day, spells: "all", churnedOn } as const;
          const result = tenures(transactionLog(rows), options);
          const lastEnd = new Map<unknown, string>();
          const total = new Map<unknown, number>();
          const start = new Map<unknown, string>();
          for (const row of result.rows) {
            expect(row.duration).toBeGreaterThan(0);
            expect(row.event).toBe(row.end !== null);
            expect(row.start > (lastEnd.get(row.customerId) ?? "")).toBe(true);
            lastEnd.set(row.customerId, row.end ?? "9999-12-31");
            total.set(row.customerId, (total.get(row.customerId) ?? 0) + row.duration);
            if (!start.has(row.customerId)) start.set(row.customerId, row.start);
          }
          for (const [id, days] of total) {
            expect(dayAfter(start.get(id) ?? "", days) <= result.observedUntil).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("as of an earlier day are those of the log split there", () => {
    fc.assert(
      fc.property(arbitraryRows, lostAfter, asOf, (rows, limit, day) => {
        const log = transactionLog(rows);
        const { calibration } = splitLog(log, day);
        for (const churnedOn of ["limit", "last-purchase"] as const) {
          const options = { lostAfter: limit, spells: "all", churnedOn } as const;
          expect(tenures(calibration, { ...options, asOf: day })).toEqual(
            tenures(log, { ...options, asOf: day }),
          );
        }
      }),
    );
  });

  it("have ended on the day on which the classification first calls the customer lost", () => {
    fc.assert(
      fc.property(arbitraryRows, lostAfter, asOf, (rows, limit, day) => {
        const log = transactionLog(rows);
        const settings = { lostAfter: limit, activeWindow: { days: 1 }, newWithin: { days: 1 }, asOf: day };
        const classes = new Map(
          classifyCustomers(log, settings).rows.map((row) => [row.customerId, row.class]),
        );
        const last = new Map<unknown, Tenure>();
        for (const row of tenures(log, { lostAfter: limit, asOf: day, spells: "all" }).rows) {
          last.set(row.customerId, row);
        }
        for (const [id, row] of last) {
          const isBackToday = rows.some(({ customerId, date, amount }) => {
            return customerId === id && date === day && amount >= 0;
          });
          if (!isBackToday) expect(classes.get(row.customerId) === "lost").toBe(row.event);
        }
      }),
    );
  });

  it("that end with the last purchase end where the others would, without the silence", () => {
    fc.assert(
      fc.property(arbitraryRows, fc.integer({ min: 1, max: 200 }), asOf, (rows, days, day) => {
        const log = transactionLog(rows);
        const options = { lostAfter: { days }, spells: "all", asOf: day } as const;
        const onLimit = tenures(log, options);
        const onLast = tenures(log, { ...options, churnedOn: "last-purchase" });
        const key = (row: Tenure): string => `${row.customerId} ${row.start}`;
        const known = new Map(onLimit.rows.map((row) => [key(row), row]));
        expect(onLast.observedUntil).toBe(dayAfter(day, -days));
        for (const row of onLast.rows) {
          if (!row.event) continue;
          expect(known.get(key(row))?.duration).toBe(row.duration - 1 + days);
        }
      }),
    );
  });
});

const subscription = fc
  .record({
    customerId: fc.constantFrom("A", "B", "__proto__"),
    start: arbitraryDay,
    days: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 300 })),
    monthlyAmount: fc.constantFrom(0, 10, 20),
  })
  .map(({ start, days, ...rest }) => ({
    ...rest,
    start: isoDate(start),
    end: days === null ? null : isoDate(start + days),
  }));

describe("tenures of a book", () => {
  it("are those of somebody who goes through the calendar day by day", () => {
    fc.assert(
      fc.property(
        fc.array(subscription, { minLength: 1, maxLength: 9 }),
        fc.constantFrom(0, 0, 1, 30),
        fc.boolean(),
        asOf,
        (rows, gap, paid, day) => {
          const end = dayAfter(day, -gap);
          const counted = rows.filter((row) => row.start <= day && (!paid || row.monthlyAmount > 0));
          const ids = [...new Set(counted.map(({ customerId }) => customerId))];
          const naive = ids.map((id) => {
            const own = counted.filter(({ customerId }) => customerId === id);
            const first = own.map(({ start }) => start).sort()[0] ?? "";
            const covered = (at: string): boolean =>
              own.some((row) => row.start <= at && (row.end === null || row.end >= at));
            const ever = own.map((row) => row.end ?? "9999-12-31").sort();
            // A day without service belongs to the tenure if service was before it and is again within the gap.
            const inside = (at: string): boolean => {
              if (covered(at)) return true;
              let last = at;
              while (last > first && !covered(last)) last = dayAfter(last, -1);
              let next = at;
              for (let i = 0; i <= gap && !covered(next); i++) next = dayAfter(next);
              return ever.length > 0 && covered(next) && next > at && dayAfter(last, gap + 1) >= next;
            };
            return naiveTenures(id, first, end, inside);
          });
          const book = subscriptionBook(rows);
          const all = tenures(book, { gap, paid, asOf: day, spells: "all" });
          expect(inOrder(all.rows.map(short))).toEqual(inOrder(naive.flatMap((one) => one.rows)));
          const first = tenures(book, { gap, paid, asOf: day });
          expect(first.rows).toEqual(all.rows.filter(({ spell }) => spell === 1));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("of subscriptions add up to the days of service", () => {
    fc.assert(
      fc.property(fc.array(subscription, { minLength: 1, maxLength: 9 }), asOf, (rows, day) => {
        const { rows: found, omitted } = tenures(subscriptionBook(rows), { of: "subscriptions", asOf: day });
        let days = 0;
        let seen = 0;
        for (const { start, end } of rows) {
          if (start >= day) continue;
          seen += 1;
          const over = end === null || end >= day ? day : dayAfter(end);
          days += (Date.parse(over) - Date.parse(start)) / 86_400_000;
        }
        expect(found).toHaveLength(seen);
        expect(found.reduce((sum, row) => sum + row.duration, 0)).toBe(days);
        expect(omitted.notYetObserved).toBe(rows.filter(({ start }) => start === day).length);
      }),
    );
  });
});
