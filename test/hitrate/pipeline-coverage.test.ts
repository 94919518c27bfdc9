import { describe, expect, it } from "vitest";
import type { PipelineExpectation } from "../../src/hitrate/pipeline-result.ts";
import { weightedPipeline } from "../../src/hitrate/weighted-pipeline.ts";
import { winForecast } from "../../src/hitrate/win-forecast.ts";
import type { OfferBook } from "../../src/offers/offer-book.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { WON } from "../../src/offers/offer-status.ts";
import { simulateOffers } from "../../src/offers/simulate-offers.ts";
import { civilDayOfIso, isoDate } from "../../src/time/civil-day.ts";

const BOOKS = 400;
const AS_OF = "2025-03-31";

/** Decisions after whole weeks, so that there are fewer days to draw. */
function inWholeWeeks(submitted: string, decided: string): string {
  const from = civilDayOfIso(submitted);
  return isoDate(from + 7 * Math.ceil((civilDayOfIso(decided) - from) / 7));
}

/** What an interval said would be won, and what was. */
interface Outcome {
  readonly interval: PipelineExpectation | null | undefined;
  readonly truth: number;
}

/** Books that go on for long enough to see what becomes of every offer: about 110 offers by the day, some 20 of them open. */
function simulatedBook(seed: number): OfferBook {
  const rows = simulateOffers({
    offers: 500,
    seed,
    from: "2024-10-01",
    until: "2026-12-31",
    daysToDecision: 30,
  })
    .filter((row) => row.submitted <= AS_OF)
    .map(({ decided, ...row }) => ({
      ...row,
      decided: decided === null ? null : inWholeWeeks(row.submitted, decided),
    }));
  return offerBook(rows, { id: "offerId", keys: { seller: "seller" } }, { until: "2027-01-31" });
}

/** The offers that were open on the day and won by another. */
function wonBy(book: OfferBook, last: number): readonly number[] {
  const day = civilDayOfIso(AS_OF);
  return [...book.statuses.keys()].filter((place) => {
    const decided = book.decided[place] as number;
    return book.statuses[place] === WON && decided > day && decided <= last;
  });
}

function worthOf(book: OfferBook, places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (book.values?.[place] ?? Number.NaN), 0);
}

/** How often intervals hold what happened. */
function coverage(outcomesOf: (book: OfferBook, seed: number) => readonly Outcome[]): readonly number[] {
  const held = [0, 0];
  for (let seed = 1; seed <= BOOKS; seed++) {
    outcomesOf(simulatedBook(seed), seed).forEach(({ interval, truth }, at) => {
      if (interval === null || interval === undefined) throw new Error("There is no interval.");
      if (interval.lower <= truth && truth <= interval.upper) held[at] = (held[at] ?? 0) + 1 / BOOKS;
    });
  }
  return held;
}

describe("intervals of 90 % of wins and of value", () => {
  // With 400 books a share of 0.9 is seen with a standard error of 0.015.
  const holds = (shares: readonly number[]): void => {
    for (const share of shares) {
      expect(share).toBeGreaterThan(0.84);
      expect(share).toBeLessThan(0.96);
    }
  };

  it("hold what becomes of the pipeline, learned by age and seller", { timeout: 240_000 }, () => {
    holds(
      coverage((book, seed) => {
        const { open } = weightedPipeline(book, { asOf: AS_OF, level: 0.9, learn: { by: "seller" }, seed });
        const won = wonBy(book, Number.MAX_SAFE_INTEGER);
        return [
          { interval: open.wins, truth: won.length },
          { interval: open.wonValue, truth: worthOf(book, won) },
        ];
      }),
    );
  });

  it("hold what the next quarter brings, learned by age", { timeout: 240_000 }, () => {
    holds(
      coverage((book, seed) => {
        const options = { asOf: AS_OF, level: 0.9, period: "quarter", periods: 1, seed } as const;
        const quarter = winForecast(book, options).periods[0];
        const won = wonBy(book, civilDayOfIso("2025-06-30"));
        return [
          { interval: quarter?.wins, truth: won.length },
          { interval: quarter?.wonValue, truth: worthOf(book, won) },
        ];
      }),
    );
  });
});
