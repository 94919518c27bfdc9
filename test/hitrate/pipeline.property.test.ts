import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PipelineExpectation } from "../../src/hitrate/pipeline-result.ts";
import { weightedPipeline } from "../../src/hitrate/weighted-pipeline.ts";
import { winForecast } from "../../src/hitrate/win-forecast.ts";
import { type SmallOffer, smallBook } from "./pipeline-books.ts";

const arbitraryOffer: fc.Arbitrary<SmallOffer> = fc
  .record({
    status: fc.constantFrom("open" as const, "won" as const, "lost" as const, "withdrawn" as const),
    from: fc.integer({ min: 0, max: 60 }),
    days: fc.integer({ min: 0, max: 40 }),
    value: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10_000 })),
    seller: fc.constantFrom("Ida", "Jo", "__proto__"),
    stage: fc.constantFrom("Lead", "Proposal", null),
    draft: fc.boolean(),
  })
  .map(({ draft, days, status, from, ...offer }) =>
    status === "open" ? { ...offer, status, from: draft ? null : from } : { ...offer, status, from, days },
  );

/** With a draft at a stage, since a book without any stage has no such key. */
const arbitraryBook = fc
  .array(arbitraryOffer, { maxLength: 40 })
  .map((offers): readonly SmallOffer[] => [...offers, { status: "open", from: null }]);
const LEARN = [
  {},
  { by: "seller" },
  { by: ["seller", "stage"] },
  { stages: ["Lead", "Proposal"] },
  { by: "seller", age: false },
];
const arbitraryLearn = fc.constantFrom(...LEARN);

const holds = ({ expected, lower, upper }: PipelineExpectation): boolean =>
  lower <= expected && expected <= upper;

describe("the weighted pipeline", () => {
  it("has probabilities in [0, 1] and totals that are sums, inside their intervals", () => {
    fc.assert(
      fc.property(arbitraryBook, arbitraryLearn, fc.integer({ min: 0, max: 99 }), (offers, learn, seed) => {
        const { rows, open, drafts, total } = weightedPipeline(smallBook(offers, 50), { learn, seed });
        let wins = 0;
        for (const { probability, value, expectedValue } of rows) {
          if (probability === null) continue;
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
          expect(expectedValue).toBe(probability * (value ?? Number.NaN));
          wins += probability;
        }
        expect(open.offers + drafts.offers).toBe(total.offers);
        if (total.wins === null || total.wonValue === null) return;
        expect(total.wins.expected).toBeCloseTo(wins, 9);
        for (const part of [open, drafts, total]) {
          expect(part.wins === null || holds(part.wins)).toBe(true);
          expect(part.wonValue === null || holds(part.wonValue)).toBe(true);
          expect(part.wins?.lower ?? 0).toBeGreaterThanOrEqual(0);
          expect(part.wins?.upper ?? 0).toBeLessThanOrEqual(part.offers);
          expect(part.wonValue?.upper ?? 0).toBeLessThanOrEqual((part.value ?? 0) * (1 + 1e-12));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("is a count where all probabilities are 0 or 1", () => {
    fc.assert(
      fc.property(arbitraryBook, fc.array(fc.boolean(), { minLength: 1 }), (offers, luck) => {
        const book = smallBook(offers, 50);
        const sure = book.ids.map((offerId, at) => ({
          offerId,
          probability: luck[at % luck.length] ? 1 : 0,
        }));
        const { total, rows } = weightedPipeline(book, { probabilities: sure });
        const won = rows.filter((row) => row.probability === 1);
        const value = won.reduce((sum, row) => sum + (row.value ?? 0), 0);
        expect(total.wins).toEqual({ expected: won.length, lower: won.length, upper: won.length });
        expect(total.wonValue).toEqual({ expected: value, lower: value, upper: value });
      }),
      { numRuns: 30 },
    );
  });

  it("has intervals that widen with the level", () => {
    fc.assert(
      fc.property(arbitraryBook, arbitraryLearn, (offers, learn) => {
        const book = smallBook(offers, 50);
        const [narrow, wide] = [0.5, 0.95].map(
          (level) => weightedPipeline(book, { learn, level }).total.wonValue,
        );
        if (narrow === null || wide === null || narrow === undefined || wide === undefined) return;
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
      }),
      { numRuns: 20 },
    );
  });
});

describe("the forecast", () => {
  it("adds up to all offers, period by period", () => {
    fc.assert(
      fc.property(
        arbitraryBook,
        fc.constantFrom(...LEARN.filter((learn) => !("age" in learn))),
        fc.constantFrom("day" as const, "week" as const, "month" as const),
        fc.constantFrom("excluded" as const, "included" as const),
        (offers, learn, period, drafts) => {
          const result = winForecast(smallBook(offers, 50), { learn, period, periods: 5, drafts });
          const { periods, later, never, withoutProbability, offers: all } = result;
          let wins = 0;
          let value = 0;
          for (const row of periods) {
            wins += row.wins.expected;
            value += row.wonValue?.expected ?? Number.NaN;
            expect(row.wins.expected).toBeGreaterThanOrEqual(0);
            expect(row.winsSoFar.expected).toBeCloseTo(wins, 9);
            for (const part of [row.wins, row.wonValue, row.winsSoFar, row.wonValueSoFar]) {
              expect(part === null || holds(part)).toBe(true);
            }
          }
          expect(later.offers).toBeGreaterThanOrEqual(-1e-12);
          expect(never.offers).toBeGreaterThanOrEqual(-1e-9);
          expect(wins + later.offers + never.offers + withoutProbability.offers).toBeCloseTo(all.offers, 9);
          const rest = (later.value ?? 0) + (never.value ?? 0) + (withoutProbability.value ?? 0);
          expect(value + rest).toBeCloseTo(all.value ?? Number.NaN, 5);
        },
      ),
      { numRuns: 30 },
    );
  });
});
