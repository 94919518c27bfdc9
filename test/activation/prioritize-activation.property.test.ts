import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prioritizeActivation } from "../../src/activation/prioritize-activation.ts";
import { dateAfter } from "../classification/arbitrary-base.ts";

const asOf = "2025-12-31";
const cents = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((c) => c / 100);
const customer = fc.record({
  valueAtStake: cents(2000),
  measure: fc.constantFrom("mail", "call", "visit"),
  consents: fc.boolean(),
  contactedAgo: fc.option(fc.integer({ min: -20, max: 200 }), { nil: null }),
  probability: fc.oneof(
    fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
});
const unit = fc.constantFrom("money" as const, "hours" as const, "contacts" as const);
const budgetOf = (kind: "money" | "hours" | "contacts", amount: number) =>
  kind === "money" ? { money: amount } : kind === "hours" ? { hours: amount } : { contacts: amount };

describe("a plan of contacts", () => {
  it("keeps to budget, consent and cool-down, tells of everybody, and gains by a larger budget", () => {
    let [contacts, barred] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(customer, { maxLength: 40, size: "max" }),
        unit,
        cents(60),
        cents(60),
        fc.integer({ min: 1, max: 150 }),
        fc.record({ mail: cents(3), call: cents(30), visit: cents(90) }),
        (people, kind, one, other, days, cost) => {
          const rows = people.map(({ valueAtStake, measure }, customerId) => ({
            customerId,
            valueAtStake,
            measure,
          }));
          const history = people.flatMap(({ contactedAgo }, customerId) =>
            contactedAgo === null ? [] : [{ customerId, date: dateAfter(asOf, -contactedAgo) }],
          );
          const run = (amount: number) =>
            prioritizeActivation(
              { asOf, rows },
              {
                budget: budgetOf(kind, amount),
                measures: {
                  mail: { cost: cost.mail, hours: 0.1 },
                  call: { cost: cost.call, hours: 0.5 },
                  visit: { cost: cost.visit, hours: 3.7 },
                },
                probability: ({ customerId }) => people[customerId as number]?.probability ?? 0,
                consent: people.flatMap(({ consents }, customerId) => (consents ? [customerId] : [])),
                contacts: history,
                coolDown: { days },
                marginRate: 0.4,
              },
            );
          const [less, more] = [run(Math.min(one, other)), run(Math.max(one, other))];
          const rounding = 1e-9 * (1 + more.totals.expectedProfit);
          expect(more.totals.expectedProfit).toBeGreaterThanOrEqual(less.totals.expectedProfit - rounding);
          for (const [plan, amount] of [
            [less, Math.min(one, other)],
            [more, Math.max(one, other)],
          ] as const) {
            const used = plan.rows.reduce(
              (sum, row) => sum + (kind === "money" ? row.cost : kind === "hours" ? (row.hours ?? 0) : 1),
              0,
            );
            expect(used).toBeLessThanOrEqual(amount * (1 + 1e-9));
            expect(plan.totals.used).toBeCloseTo(used, 9);
            expect(plan.totals.expectedProfit).toBeLessThanOrEqual(plan.bound + rounding);
            expect(plan.rows.length + plan.excluded.length).toBe(people.length);
            expect(new Set([...plan.rows, ...plan.excluded].map((row) => row.customerId)).size).toBe(
              people.length,
            );
            contacts += plan.rows.length;
            for (const { customerId, expectedProfit, measure } of plan.rows) {
              const person = people[customerId as number];
              expect(person?.consents).toBe(true);
              const ago = person?.contactedAgo ?? null;
              expect(ago === null || ago < 0 || ago >= days).toBe(true);
              const value = (person?.probability ?? 0) * (person?.valueAtStake ?? 0) * 0.4;
              expect(expectedProfit).toBeCloseTo(value - cost[measure as "mail"], 9);
              expect(expectedProfit).toBeGreaterThan(0);
            }
            for (const { customerId, reason } of plan.excluded) {
              const person = people[customerId as number];
              barred += reason === "cool-down" ? 1 : 0;
              expect(reason === "no-consent").toBe(person?.consents === false);
            }
          }
        },
      ),
      { numRuns: 300, seed: 1 },
    );
    // The laws mean something only if somebody was contacted, and somebody barred.
    expect([contacts > 300, barred > 300]).toEqual([true, true]);
  });
});
