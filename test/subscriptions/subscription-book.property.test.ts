import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_UNITS } from "../../src/subscriptions/money.ts";
import { NO_END, type SubscriptionBook } from "../../src/subscriptions/subscription-book.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { shuffled } from "../support/arbitrary-rows.ts";
import { anySubscriptions } from "./arbitrary-subscriptions.ts";

/** The rows of a book as text, in the order in which it holds them. */
function contentsOf({
  customerIds,
  offsets,
  starts,
  ends,
  amounts,
  keys,
  decimals,
}: SubscriptionBook): string[] {
  const [plan] = keys;
  return customerIds.flatMap((customer, c) =>
    Array.from({ length: (offsets[c + 1] ?? 0) - (offsets[c] ?? 0) }, (_, k) => {
      const i = (offsets[c] ?? 0) + k;
      const end = ends[i] === NO_END ? null : isoDate(ends[i] ?? 0);
      const value = plan?.dictionary[plan.codes[i] ?? -1] ?? null;
      return JSON.stringify([
        customer,
        isoDate(starts[i] ?? 0),
        end,
        (amounts[i] ?? 0) / 10 ** decimals,
        value,
      ]);
    }),
  );
}

describe("properties of a book", () => {
  it("nothing is lost, and starts ascend within a customer", () => {
    fc.assert(
      fc.property(anySubscriptions, (rows) => {
        const book = subscriptionBook(rows);
        const written = rows.map((row) =>
          JSON.stringify([row.customerId, row.start, row.end, row.monthlyAmount, row.plan]),
        );
        expect(contentsOf(book).sort()).toEqual(written.sort());
        for (let c = 0; c < book.customerIds.length; c++) {
          for (let i = (book.offsets[c] ?? 0) + 1; i < (book.offsets[c + 1] ?? 0); i++) {
            expect(book.starts[i] ?? 0).toBeGreaterThanOrEqual(book.starts[i - 1] ?? 0);
          }
        }
        const dates = rows.flatMap(({ start, end }) => (end === null ? [start] : [start, end])).sort();
        expect([book.from, book.until]).toEqual([
          rows.map(({ start }) => start).sort()[0] ?? null,
          dates.at(-1) ?? null,
        ]);
        const doubles = rows.length - new Set(written).size;
        const warned = book.warnings.find(({ code }) => code === "identical-rows");
        expect(warned?.rows ?? 0).toBe(doubles);
      }),
    );
  });

  it("permuting rows changes nothing but the order of customers and plans", () => {
    const order = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(anySubscriptions, order, (rows, keys) => {
        const book = subscriptionBook(rows);
        const other = subscriptionBook(shuffled(rows, keys));
        expect(contentsOf(other).sort()).toEqual(contentsOf(book).sort());
        const counts = (warned: SubscriptionBook) => warned.warnings.map(({ code, rows }) => [code, rows]);
        expect(counts(other)).toEqual(counts(book));
      }),
    );
  });

  it("units of money print as the digits they stand for", () => {
    const units = fc.bigInt({ min: 0n, max: BigInt(MOST_UNITS) });
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 6 }), (units, decimals) => {
        const digits = units.toString().padStart(decimals + 1, "0");
        const whole = digits.slice(0, digits.length - decimals);
        const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
        const printed = fraction === "" ? whole : `${whole}.${fraction}`;
        fc.pre(decimals === 0 || units === 0n || Number(printed) >= 1e-6);
        expect(String(Number(units) / 10 ** decimals)).toBe(printed);
        const [amount] = subscriptionBook(
          [{ customerId: "A", start: "2025-01-01", monthlyAmount: Number(printed) }],
          {},
          { decimals },
        ).amounts;
        expect(amount).toBe(Number(units));
      }),
      { numRuns: 1000 },
    );
  });
});
