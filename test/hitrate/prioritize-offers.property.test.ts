import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prioritizeOffers } from "../../src/hitrate/prioritize-offers.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";

const cents = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((c) => c / 100);
const offer = fc.record({
  margin: cents(-20, 1000),
  cost: cents(0, 100),
  hours: fc.oneof(fc.integer({ min: 0, max: 20 }), cents(0, 20)),
  probability: fc.oneof(
    fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
});
const capacity = cents(0, 120);

describe("priorities of offers", () => {
  it("pursue exactly what pays, never exceed the capacity, and never lose by more of it", () => {
    fc.assert(
      fc.property(
        fc.array(offer, { maxLength: 40, size: "max" }),
        capacity,
        capacity,
        fc.constantFrom("hours" as const, "money" as const),
        cents(0, 5),
        (offers, one, other, unit, costPerHour) => {
          const rows = offers.map((row) => ({ ...row, status: "open", submitted: "2025-01-01" }));
          const book = offerBook(
            rows,
            { margin: "margin", cost: "cost", hours: "hours" },
            { until: "2025-01-02" },
          );
          const probabilities = offers.map(({ probability }, offerId) => ({ offerId, probability }));
          const run = (room: number) =>
            prioritizeOffers(book, {
              probabilities,
              costPerHour,
              capacity: unit === "hours" ? { hours: room } : { money: room },
            });
          const [less, more] = [run(Math.min(one, other)), run(Math.max(one, other))];
          const scale = 1e-9 * (1 + more.pursued.expectedProfit);
          expect(more.pursued.expectedProfit).toBeGreaterThanOrEqual(less.pursued.expectedProfit - scale);
          for (const { rows: ranked, pursued, bound, byReason } of [less, more]) {
            expect(ranked.length).toBe(offers.length);
            expect(byReason.reduce((sum, row) => sum + row.offers, 0)).toBe(offers.length);
            expect(pursued.expectedProfit).toBeLessThanOrEqual(bound + scale);
            for (const row of ranked) {
              expect(row.expectedProfit).toBe(row.probability * row.margin - row.cost);
              if (row.decision === "pursue") {
                expect(row.expectedProfit).toBeGreaterThan(0);
                expect(row.margin).toBeGreaterThan(0);
              }
              if (row.reason === "unprofitable" && row.breakEvenProbability !== null) {
                expect(row.probability).toBeLessThanOrEqual(row.breakEvenProbability + 1e-12);
              }
              expect(row.reason === "no-margin").toBe(row.margin <= 0);
            }
          }
          const room = Math.min(one, other);
          const used = unit === "hours" ? (less.pursued.hours ?? 0) : less.pursued.cost;
          expect(used).toBeLessThanOrEqual(room * (1 + 1e-9));
          const free = prioritizeOffers(book, { probabilities, costPerHour });
          expect(free.byReason.find(({ reason }) => reason === "capacity")?.offers).toBe(0);
          expect(free.pursued.expectedProfit).toBeGreaterThanOrEqual(more.pursued.expectedProfit - scale);
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });
});
