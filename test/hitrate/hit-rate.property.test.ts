import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitRate } from "../../src/hitrate/hit-rate.ts";
import { hitRateBy } from "../../src/hitrate/hit-rate-by.ts";
import { hitRateOverTime } from "../../src/hitrate/hit-rate-over-time.ts";
import { lossReasons } from "../../src/hitrate/loss-reasons.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { arbitraryDay, shuffled } from "../support/arbitrary-rows.ts";
import { bookOf, type OfferRow } from "../support/offers.ts";

const arbitraryOffer: fc.Arbitrary<OfferRow> = fc
  .record({
    status: fc.constantFrom("open", "won", "won", "lost", "lost", "withdrawn"),
    day: arbitraryDay,
    wait: fc.integer({ min: 0, max: 200 }),
    draft: fc.integer({ min: 0, max: 9 }),
    cents: fc.integer({ min: 0, max: 100_000 }),
    seller: fc.constantFrom("Ida", "Jo", 1, "1", "__proto__", null),
    product: fc.constantFrom("A", "B", "constructor", null),
  })
  .map(({ status, day, wait, draft, cents, seller, product }): OfferRow => {
    const open = status === "open";
    return {
      status: status as OfferRow["status"],
      submitted: open && draft === 0 ? null : isoDate(day),
      decided: open ? null : isoDate(day + wait),
      value: cents,
      wonValue: Math.floor(cents * 0.9),
      seller,
      product,
      reason: product,
    };
  });
const arbitraryOffers = fc.array(arbitraryOffer, { minLength: 1, maxLength: 60 });
const arbitraryRules = fc.record({
  withdrawn: fc.constantFrom("excluded" as const, "lost" as const),
  noDecision: fc.constantFrom("open" as const, "lost" as const, "excluded" as const),
  noDecisionAfter: fc.constantFrom({ days: 90 }, { months: 6 }),
});
const arbitraryAsOf = arbitraryDay.map(isoDate);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe("hit rates of any offers", () => {
  it("put each offer in one number, and add up group by group", () => {
    fc.assert(
      fc.property(arbitraryOffers, arbitraryRules, arbitraryAsOf, (rows, rules, asOf) => {
        const book = bookOf(rows);
        const overall = hitRate(book, { ...rules, asOf });
        const { offers, ...parts } = overall.counts;
        expect(offers).toBe(rows.length);
        expect(sum(Object.values(parts))).toBe(rows.length);
        const bySeller = hitRateBy(book, ["seller", "product"], {
          ...rules,
          asOf,
          basis: "submitted",
          shrink: false,
        });
        for (const name of ["won", "lost", "withdrawn", "noDecision", "open"] as const) {
          expect(sum(bySeller.rows.map(({ counts }) => counts[name]))).toBe(overall.counts[name]);
        }
        expectAlike(bySeller.total, {
          ...overall.submitted?.byNumber,
          counts: overall.counts,
          byValue: overall.submitted?.byValue,
          orders: overall.orders,
        });
        expect(sum(bySeller.rows.map(({ of }) => of))).toBe(bySeller.total.of);
        expect(sum(bySeller.rows.map(({ byValue }) => byValue?.ofValue ?? 0))).toBe(
          bySeller.total.byValue?.ofValue,
        );
        expect(sum(bySeller.rows.map(({ orders }) => orders?.ordered ?? 0))).toBe(
          bySeller.total.orders?.ordered,
        );
      }),
    );
  });

  it("are what filters say", () => {
    fc.assert(
      fc.property(arbitraryOffers, arbitraryAsOf, (rows, asOf) => {
        const found = hitRateBy(bookOf(rows), "seller", { asOf, shrink: false });
        for (const { group, won, of, counts, byValue } of found.rows) {
          const own = rows.filter(
            ({ seller, submitted }) =>
              (seller ?? null) === group && typeof submitted === "string" && submitted <= asOf,
          );
          const now = own.filter(({ decided }) => typeof decided === "string" && decided <= asOf);
          expect(won).toBe(now.filter(({ status }) => status === "won").length);
          expect(of).toBe(won + now.filter(({ status }) => status === "lost").length);
          expect(counts.open).toBe(own.length - now.length);
          expect(byValue?.wonValue).toBe(
            sum(now.filter(({ status }) => status === "won").map(({ value }) => value ?? 0)),
          );
        }
      }),
    );
  });

  it("lie between 0 and 1, inside their intervals, which grow with the level", () => {
    fc.assert(
      fc.property(arbitraryOffers, fc.constantFrom("submitted", "decided"), (rows, basis) => {
        const at = (level: number) =>
          hitRateBy(bookOf(rows), "seller", { basis, level, asOf: "2026-12-31" }).rows;
        const [narrow, wide] = [at(0.8), at(0.95)];
        for (const [i, row] of wide.entries()) {
          for (const [one, other] of [
            [row, narrow[i]],
            [row.byValue, narrow[i]?.byValue],
          ]) {
            if (one?.rate == null) continue;
            expect(one.lower).toBeGreaterThanOrEqual(0);
            expect(one.upper).toBeLessThanOrEqual(1);
            expect(one.lower).toBeLessThanOrEqual(one.rate + 1e-15);
            expect(one.upper).toBeGreaterThanOrEqual(one.rate - 1e-15);
            expect(one.lower).toBeLessThanOrEqual(other?.lower ?? -1);
            expect(one.upper).toBeGreaterThanOrEqual(other?.upper ?? 2);
          }
        }
      }),
    );
  });

  it("are shrunken to between their own and the mean of the prior", () => {
    fc.assert(
      fc.property(arbitraryOffers, (rows) => {
        const { rows: groups, prior } = hitRateBy(bookOf(rows), "seller", { asOf: "2026-12-31" });
        for (const { rate, shrunken } of groups) {
          if (prior?.mean == null || shrunken === null) continue;
          const own = rate ?? prior.mean;
          expect(shrunken.rate).toBeGreaterThanOrEqual(Math.min(own, prior.mean) - 1e-12);
          expect(shrunken.rate).toBeLessThanOrEqual(Math.max(own, prior.mean) + 1e-12);
          expect(shrunken.lower).toBeLessThanOrEqual(shrunken.rate);
          expect(shrunken.upper).toBeGreaterThanOrEqual(shrunken.rate);
        }
      }),
    );
  });

  it("over all cohorts and over all periods count the same decided offers", () => {
    fc.assert(
      fc.property(
        arbitraryOffers,
        arbitraryRules,
        arbitraryAsOf,
        fc.constantFrom("week", "month", "year"),
        (rows, rules, asOf, period) => {
          const book = bookOf(rows);
          const over = (window: "cohort" | "period") =>
            hitRateOverTime(book, { ...rules, asOf, period, window, by: "product" });
          const [cohorts, periods] = [over("cohort"), over("period")];
          expect([cohorts.total.won, cohorts.total.of]).toEqual([periods.total.won, periods.total.of]);
          expect(cohorts.total.counts).toEqual(periods.total.counts);
          for (const found of [cohorts, periods]) {
            expect(sum(found.rows.map(({ won }) => won))).toBe(found.total.won);
            expect(sum(found.rows.map(({ of }) => of))).toBe(found.total.of);
            expect(sum(found.rows.map(({ byValue }) => byValue?.ofValue ?? 0))).toBe(
              found.total.byValue?.ofValue,
            );
          }
          for (const { ifAllLost, ifAllWon, rate, complete, won, of, counts } of cohorts.rows) {
            if (ifAllLost === null || ifAllWon === null) continue;
            expect(ifAllLost).toBeLessThanOrEqual(rate ?? 1);
            expect(ifAllWon).toBeGreaterThanOrEqual(rate ?? 0);
            if (complete) expect([ifAllLost, ifAllWon, counts.open]).toEqual([won / of, won / of, 0]);
          }
        },
      ),
    );
  });

  it("are the same in whatever order the offers come", () => {
    fc.assert(
      fc.property(arbitraryOffers, fc.array(fc.nat(), { minLength: 1 }), (rows, order) => {
        const all = (offers: readonly OfferRow[]) => {
          const book = bookOf(offers, "2026-12-31");
          return [
            hitRate(book),
            hitRateBy(book, ["product", "seller"]),
            hitRateOverTime(book, { by: "seller", period: "year" }),
            lossReasons(book, { key: "reason", by: "seller" }),
          ];
        };
        expectAlike(all(shuffled(rows, order)), all(rows));
      }),
      { numRuns: 50 },
    );
  });

  it("shrink their intervals where there are more of the same offers", () => {
    fc.assert(
      fc.property(arbitraryOffers, (rows) => {
        const width = (copies: number): number => {
          const book = bookOf(Array.from({ length: copies }, () => rows).flat(), "2026-12-31");
          const { lower, upper } = hitRate(book).decided.byNumber;
          return lower === null || upper === null ? 0 : upper - lower;
        };
        expect(width(4)).toBeLessThanOrEqual(width(1));
      }),
    );
  });
});

/** The same data, with numbers alike to 9 digits: sums of squares are not compensated, and a search ends within rounding of the maximum. */
function expectAlike(one: unknown, other: unknown): void {
  const [left, right] = [leavesOf(one), leavesOf(other)];
  expect(left.map(([path]) => path)).toEqual(right.map(([path]) => path));
  for (const [i, [path, value]] of left.entries()) {
    const twin = right[i]?.[1];
    if (typeof value === "number" && typeof twin === "number") {
      expect(Math.abs(value - twin), path).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
    } else expect(value, path).toBe(twin);
  }
}

function leavesOf(value: unknown, path = ""): (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, `${path}.${name}`));
}
