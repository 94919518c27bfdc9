import { describe, expect, it } from "vitest";
import { weightedPipeline } from "../../src/hitrate/weighted-pipeline.ts";
import { type WinForecastOptions, winForecast } from "../../src/hitrate/win-forecast.ts";
import reference from "../reference/pipeline.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { referenceBook, smallBook } from "./pipeline-books.ts";

const { book: expected } = reference;
const asOf = expected.asOf;

describe("winForecast", () => {
  it("agrees with an independent computation, offer by offer added up", () => {
    for (const drafts of ["excluded", "included"] as const) {
      const offers = expected.offers.filter((offer) => drafts === "included" || offer.age !== null);
      const { periods, later, never, offers: all } = winForecast(referenceBook, { asOf, periods: 3, drafts });
      expect(all.offers).toBe(offers.length);
      periods.forEach((period, k) => {
        const wins = offers.reduce((sum, offer) => sum + (offer.wonBy[k] as number), 0);
        expect(period.winsSoFar.expected).toBeCloseTo(wins, 11);
        const value = offers.reduce(
          (sum, offer) => sum + (offer.wonBy[k] as number) * (expected.rows[offer.id]?.value as number),
          0,
        );
        expect(period.wonValueSoFar?.expected).toBeCloseTo(value, 6);
      });
      const ever = offers.reduce((sum, offer) => sum + offer.byAge, 0);
      const told = periods.reduce((sum, period) => sum + period.wins.expected, 0);
      expect(told + later.offers).toBeCloseTo(ever, 11);
      expect(told + later.offers + never.offers).toBeCloseTo(offers.length, 11);
    }
  });

  it("keeps the proportions of the days when groups or passed probabilities move the odds", () => {
    const learn = { by: "seller" } as const;
    const { rows } = weightedPipeline(referenceBook, { asOf, learn });
    const open = rows.filter((row) => row.standing === "open");
    const share = (k: number, of: (at: number) => number): number =>
      open.reduce((sum, row, at) => {
        const offer = expected.offers.find(({ id }) => id === row.offerId);
        if (offer === undefined || offer.byAge === 0) return sum;
        return sum + (of(at) * (offer.wonBy[k] as number)) / offer.byAge;
      }, 0);
    const grouped = winForecast(referenceBook, { asOf, periods: 3, learn });
    const probabilities = open.map((row, at) => ({ offerId: row.offerId, probability: (at % 10) / 10 }));
    const given = winForecast(referenceBook, { asOf, periods: 3, probabilities });
    for (let k = 0; k < 3; k++) {
      expect(grouped.periods[k]?.winsSoFar.expected).toBeCloseTo(
        share(k, (at) => open[at]?.probability as number),
        10,
      );
      expect(given.periods[k]?.winsSoFar.expected).toBeCloseTo(
        share(k, (at) => (at % 10) / 10),
        10,
      );
    }
    // Passed probabilities are kept, whatever the history says of the days.
    const all = probabilities.reduce((sum, row) => sum + row.probability, 0);
    expect(open.length - given.never.offers).toBeCloseTo(all, 10);
  });

  // Won after 5, 10 and 20 days; one lost after 10; open for 6 days as of day 40.
  const small = smallBook(
    [
      { status: "won", from: 0, days: 5, value: 10 },
      { status: "won", from: 1, days: 10, value: 20 },
      { status: "lost", from: 2, days: 10, value: 30 },
      { status: "won", from: 3, days: 20, value: 40 },
      { status: "open", from: 34, value: 500 },
      { status: "open", from: null, value: 700 },
    ],
    40,
  );

  it("is worked out by hand, the first period as far as it is left", () => {
    // Day 40 is 2025-02-10. Four to five were at risk at day 5; of the three that reached day 10 one was won and one lost, the last won at day 20.
    const { periods, later, never, offers, drafts } = winForecast(small, { period: "week", periods: 3 });
    expect(drafts).toBe("excluded");
    expect(offers).toEqual({ offers: 1, value: 500 });
    expect(periods.map(({ period, start, end, partial }) => [period, start, end, partial])).toEqual([
      ["2025-W07", "2025-02-11", "2025-02-16", true],
      ["2025-W08", "2025-02-17", "2025-02-23", false],
      ["2025-W09", "2025-02-24", "2025-03-02", false],
    ]);
    // Age 6: day 10 is 4 days ahead, day 20 is 14 days ahead, on 2025-02-24.
    expect(periods.map(({ wins }) => wins.expected)).toEqual([
      expect.closeTo(1 / 3, 12),
      0,
      expect.closeTo(1 / 3, 12),
    ]);
    expect(periods[2]?.wonValueSoFar?.expected).toBeCloseTo(1000 / 3, 9);
    expect(later.offers).toBeCloseTo(0, 12);
    expect(never.offers).toBeCloseTo(1 / 3, 12);
    expect(never.value).toBeCloseTo(500 / 3, 9);
  });

  it("begins a whole period if the last one has just ended", () => {
    const { periods } = winForecast(small, { asOf: "2025-02-28", periods: 1 });
    expect(periods[0]).toMatchObject({ start: "2025-03-01", end: "2025-03-31", partial: false });
  });

  it("agrees with the weighted pipeline over all periods", () => {
    const pipeline = weightedPipeline(referenceBook, { asOf });
    const { periods, later } = winForecast(referenceBook, { asOf, period: "year", periods: 2 });
    expect(later.offers).toBeCloseTo(0, 12);
    expect(periods[1]?.winsSoFar.expected).toBeCloseTo(pipeline.open.wins?.expected as number, 11);
    expect(periods[1]?.wonValueSoFar?.expected).toBeCloseTo(pipeline.open.wonValue?.expected as number, 6);
  });

  it("forecasts nothing from nothing, and keeps passed probabilities for later", () => {
    const fresh = smallBook([{ status: "open", from: 0, value: 80 }], 10);
    const none = winForecast(fresh);
    expect(none).toMatchObject({
      periods: [],
      later: { offers: 0, value: 0 },
      never: { offers: 0, value: 0 },
      withoutProbability: { offers: 1, value: 80 },
    });
    expect(none.warnings.map(({ code }) => code)).toEqual(["nothing-decided"]);
    const given = winForecast(fresh, { probabilities: 0.25 });
    expect(given).toMatchObject({
      periods: [],
      later: { offers: 0.25, value: 20 },
      never: { offers: 0.75, value: 60 },
    });
  });

  it("is plain data, and refuses what it cannot use", () => {
    const result = winForecast(referenceBook, { asOf });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    const message = (options: object): string =>
      dataErrorOf(() => winForecast(small, options as WinForecastOptions)).message;
    expect(message({ months: 3 })).toContain("options.months: There is no such name here");
    expect(message({ periods: 0 })).toContain("periods");
    expect(message({ period: "decade" })).toContain('"decade" is not one of');
    expect(message({ drafts: true })).toContain("drafts");
    expect(message({ learn: { age: false } })).toContain("needs the age");
  });
});
