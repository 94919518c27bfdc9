import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activationEffect } from "../../src/activation/activation-effect.ts";
import { civilDayOfIso, isoDate } from "../../src/time/civil-day.ts";
import { addDuration } from "../../src/time/duration.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dateAfter } from "../classification/arbitrary-base.ts";

const START = "2025-01-01";
const asOf = "2025-06-30";
const day = fc.integer({ min: 0, max: 200 }).map((days) => dateAfter(START, days));
const contact = fc.record({
  customerId: fc.integer({ min: 0, max: 19 }),
  date: day,
  cost: fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4),
  group: fc.constantFrom("mail", "phone"),
});
const purchase = fc.record({
  customerId: fc.integer({ min: 0, max: 45 }),
  date: day,
  amount: fc.integer({ min: -20, max: 80 }).map((quarters) => quarters / 4),
});
const control = fc.uniqueArray(fc.record({ customerId: fc.integer({ min: 20, max: 39 }), date: day }), {
  selector: ({ customerId }) => customerId,
  size: "max",
  maxLength: 20,
});
const window = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 3 }).map((months) => ({ months })),
);

type Dated = { readonly customerId: number; readonly date: string };

/** One customer at a time, from the rows, by comparing ISO dates. */
function naive(
  starts: readonly (Dated & { readonly cost?: number })[],
  purchases: readonly (Dated & { readonly amount: number })[],
  length: { readonly days: number } | { readonly months: number },
) {
  const result = { customers: 0, activated: 0, pending: 0, cost: 0, value: 0 };
  for (const customerId of new Set(starts.map((row) => row.customerId))) {
    const own = starts.filter((row) => row.customerId === customerId && row.date <= asOf);
    const first = own.map(({ date }) => date).sort()[0];
    if (first === undefined) continue;
    const last = isoDate(addDuration(civilDayOfIso(first), length));
    if (last > asOf) {
      result.pending += 1;
      continue;
    }
    const within = purchases.filter(
      (row) => row.customerId === customerId && row.date >= first && row.date <= last,
    );
    result.customers += 1;
    result.cost += own.filter(({ date }) => date <= last).reduce((sum, { cost = 0 }) => sum + cost, 0);
    if (!within.some(({ amount }) => amount >= 0)) continue;
    result.activated += 1;
    result.value += within.reduce((sum, { amount }) => sum + amount, 0);
  }
  return result;
}

describe("the effect of contacts", () => {
  it("agrees with the definitions, computed slowly, whether purchases are rows or a log", () => {
    let activated = 0;
    fc.assert(
      fc.property(
        fc.array(contact, { maxLength: 30, size: "max" }),
        fc.array(purchase, { maxLength: 80, size: "max" }),
        control,
        window,
        (contacts, purchases, leftAlone, length) => {
          const options = { window: length, control: leftAlone, asOf };
          const effect = activationEffect(contacts, purchases, options);
          const { total, groups } = effect;
          const expected = naive(contacts, purchases, length);
          const compared = naive(leftAlone, purchases, length);
          activated += total.activated;
          const { customers, activated: count, pending } = expected;
          expect(total).toMatchObject({ customers, activated: count, pending });
          if (contacts.length > 0) expect(total.cost).toBe(expected.cost);
          if (purchases.length > 0) expect(total.value).toBe(expected.value);
          const watched = compared.customers + compared.pending;
          expect(effect.hasControl).toBe(watched > 0);
          if (watched > 0) {
            expect(total.control).toMatchObject({
              customers: compared.customers,
              activated: compared.activated,
              pending: compared.pending,
            });
          } else expect(total.control).toBeNull();
          if (customers > 0 && compared.customers > 0) {
            const uplift = count / customers - compared.activated / compared.customers;
            expect(total.uplift).toBeCloseTo(uplift, 12);
            expect(total.upliftLower).toBeLessThanOrEqual(uplift);
            expect(total.upliftUpper).toBeGreaterThanOrEqual(uplift);
          } else {
            expect(total.uplift).toBeNull();
          }
          expect(groups.reduce((sum, row) => sum + row.customers + row.pending, 0)).toBe(customers + pending);
          expect(groups.reduce((sum, row) => sum + row.activated, 0)).toBe(count);
          if (purchases.length > 0) {
            expect(activationEffect(contacts, transactionLog(purchases), options)).toEqual(effect);
          }
        },
      ),
      { numRuns: 250, seed: 1 },
    );
    // The agreement means something only if customers were activated.
    expect(activated).toBeGreaterThan(150);
  });
});
