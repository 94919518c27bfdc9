import fc from "fast-check";
import { expect, it } from "vitest";
import { netPromoterScore } from "../../src/satisfaction/net-promoter-score.ts";
import { satisfactionBy } from "../../src/satisfaction/satisfaction-by.ts";
import { satisfactionDifference } from "../../src/satisfaction/satisfaction-difference.ts";
import { satisfactionOverTime } from "../../src/satisfaction/satisfaction-over-time.ts";
import { shuffled } from "../support/arbitrary-rows.ts";

const arbitraryRow = fc.record({
  country: fc.constantFrom("DE", "AT", "__proto__", null),
  date: fc.constantFrom("2024-12-31", "2025-01-01", "2025-02-28", "2025-06-30"),
  score: fc.option(fc.integer({ min: 1, max: 5 })),
});
const arbitraryRows = fc.array(arbitraryRow, { maxLength: 50 });
const arbitraryAnswers = fc.array(
  fc.integer({ min: 0, max: 10 }).map((score) => ({ score })),
  {
    minLength: 1,
    maxLength: 80,
  },
);

it("a net promoter score lies in [−1, 1], within its limits, and is the mean of +1, 0 and −1", () => {
  fc.assert(
    fc.property(arbitraryAnswers, (rows) => {
      const { score, lower, upper, standardError } = netPromoterScore(rows);
      const marks = rows.map(({ score: answer }) => (answer >= 9 ? 1 : answer >= 7 ? 0 : -1));
      const mean = marks.reduce<number>((sum, mark) => sum + mark, 0) / marks.length;
      const variance = marks.reduce<number>((sum, mark) => sum + (mark - mean) ** 2, 0) / marks.length;
      expect(score).toBeCloseTo(mean, 12);
      expect(standardError).toBeCloseTo(Math.sqrt(variance / marks.length), 12);
      expect(lower).toBeLessThanOrEqual(score ?? Number.NaN);
      expect(upper).toBeGreaterThanOrEqual(score ?? Number.NaN);
      expect(Math.abs(score ?? Number.NaN)).toBeLessThanOrEqual(1);
    }),
  );
});

it("limits shrink with more answers of the same kinds, and widen with the level", () => {
  fc.assert(
    fc.property(arbitraryAnswers, fc.integer({ min: 2, max: 5 }), (rows, times) => {
      const width = ({ lower, upper }: ReturnType<typeof netPromoterScore>): number =>
        (upper ?? Number.NaN) - (lower ?? Number.NaN);
      const few = width(netPromoterScore(rows));
      expect(width(netPromoterScore(Array.from({ length: times }, () => rows).flat()))).toBeLessThanOrEqual(
        few,
      );
      expect(width(netPromoterScore(rows, { level: 0.99 }))).toBeGreaterThanOrEqual(few);
    }),
  );
});

it("the difference of two scores turns its sign with their order", () => {
  fc.assert(
    fc.property(arbitraryAnswers, arbitraryAnswers, (left, right) => {
      const there = satisfactionDifference(netPromoterScore(left), netPromoterScore(right));
      const back = satisfactionDifference(netPromoterScore(right), netPromoterScore(left));
      expect(there?.difference).toBeCloseTo(-(back?.difference ?? Number.NaN), 12);
      expect(there?.lower).toBeCloseTo(-(back?.upper ?? Number.NaN), 12);
    }),
  );
});

it("groups and periods hold every answer once, in any order of the rows", () => {
  fc.assert(
    fc.property(arbitraryRows, fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), (rows, order) => {
      const { rows: groups, total } = satisfactionBy(rows, "country", { measure: "csat" });
      const { rows: months } = satisfactionOverTime(rows, { measure: "csat", period: "month" });
      for (const parts of [groups, months]) {
        expect(parts.reduce((sum, part) => sum + part.asked, 0)).toBe(rows.length);
        expect(parts.reduce((sum, part) => sum + part.satisfied, 0)).toBe(total.satisfied);
        expect(parts.reduce((sum, part) => sum + part.unsatisfied, 0)).toBe(total.unsatisfied);
      }
      const mixed = satisfactionOverTime(shuffled(rows, order), { measure: "csat", period: "month" });
      expect(mixed.rows).toEqual(months);
    }),
  );
});
