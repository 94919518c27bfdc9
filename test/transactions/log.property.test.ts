import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/time/civil-day.ts";
import { joinLogs } from "../../src/transactions/join-logs.ts";
import { splitLog } from "../../src/transactions/split-log.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryDay, arbitraryRow, arbitraryRows, shuffled } from "../support/arbitrary-rows.ts";
import { contentsOf } from "../support/log-contents.ts";

const order = fc.array(fc.nat(), { minLength: 1, maxLength: 80 });

describe("properties of a log", () => {
  it("permuting rows changes nothing, to the last bit", () => {
    fc.assert(
      fc.property(arbitraryRows, order, (rows, keys) => {
        expect(contentsOf(transactionLog(shuffled(rows, keys)))).toEqual(contentsOf(transactionLog(rows)));
      }),
    );
  });

  it("permuting line items changes nothing, to the last bit", () => {
    const item = fc.record({ row: arbitraryRow, order: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 80 }), order, (items, keys) => {
        const rows = items.map(({ row, order }) => ({ ...row, order, margin: row.amount / 3 }));
        const columns = { order: "order", margin: "margin" } as const;
        const log = transactionLog(shuffled(rows, keys), columns);
        expect(contentsOf(log)).toEqual(contentsOf(transactionLog(rows, columns)));
      }),
    );
  });

  it("days ascend within a customer, and nothing is lost", () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const log = transactionLog(rows);
        expect(log.days).toHaveLength(rows.length);
        for (let c = 0; c < log.customerIds.length; c++) {
          for (let i = (log.offsets[c] ?? 0) + 1; i < (log.offsets[c + 1] ?? 0); i++) {
            expect(log.days[i] ?? 0).toBeGreaterThanOrEqual(log.days[i - 1] ?? 0);
          }
        }
      }),
    );
  });

  it("a customer with many purchases is sorted like one with few", () => {
    const rows = fc.array(
      fc.record({
        customerId: fc.constant("A"),
        date: arbitraryDay.map(isoDate),
        amount: fc.integer({ min: -9, max: 9 }),
      }),
      { minLength: 40, maxLength: 200 },
    );
    fc.assert(
      fc.property(rows, (purchases) => {
        const log = transactionLog(purchases);
        const expected = purchases
          .map(({ date, amount }) => ({ day: Date.parse(date) / 86_400_000, amount: amount + 0 }))
          .sort((a, b) => a.day - b.day || a.amount - b.amount);
        expect([...log.days]).toEqual(expected.map(({ day }) => day));
        expect([...log.amounts]).toEqual(expected.map(({ amount }) => amount));
      }),
    );
  });

  it("splitting and joining again changes nothing", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryDay, (rows, day) => {
        const log = transactionLog(rows);
        const { calibration, holdout } = splitLog(log, isoDate(day));
        const joined = joinLogs(calibration, holdout);
        expect(contentsOf(joined)).toEqual(contentsOf(log));
        expect(joined).toMatchObject({ from: log.from, until: log.until, timeZone: log.timeZone });
        expect(joined.returns.transactions).toBe(log.returns.transactions);
        expect([...calibration.days].every((transaction) => transaction <= day)).toBe(true);
        expect([...holdout.days].every((transaction) => transaction > day)).toBe(true);
      }),
    );
  });

  it("shifting all dates shifts nothing but dates", () => {
    fc.assert(
      fc.property(arbitraryRows, fc.integer({ min: -200_000, max: 200_000 }), (rows, shift) => {
        const log = transactionLog(rows);
        const shifted = transactionLog(
          rows.map((row) => ({ ...row, date: isoDate(Date.parse(row.date) / 86_400_000 + shift) })),
        );
        expect(shifted.days).toEqual(log.days.map((day) => day + shift));
        expect(shifted.amounts).toEqual(log.amounts);
        expect(shifted.customerIds).toEqual(log.customerIds);
      }),
    );
  });
});
