import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summarizeBy } from "../../src/segmentation/summarize-by.ts";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import { shuffled } from "../support/arbitrary-rows.ts";

const arbitraryRow = fc.record({
  country: fc.constantFrom("DE", "AT", "__proto__", "", null, undefined, 1, "1", true),
  age: fc.constantFrom(20, 30, 40, null),
  cents: fc.integer({ min: -5_000, max: 100_000 }),
  retained: fc.constantFrom(true, false, 1 as const, 0 as const),
});
type Row = typeof arbitraryRow extends fc.Arbitrary<infer One> ? One : never;
const arbitraryRows = fc.array(arbitraryRow, { maxLength: 60 });

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** The middle of numbers, as it is defined in schools. */
function middle(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((left, right) => left - right);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

describe("summaries by two keys", () => {
  const summary = (rows: readonly Row[]) =>
    summarizeBy(rows, ["country", "age"], { values: { cents: "cents" }, rates: { retained: "retained" } });

  it("are what filters and sums say, group by group, and add up to the total", () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const { rows: groups, total: all } = summary(rows);
        for (const { group, customers, shareOfCustomers, values, rates } of groups) {
          const own = rows.filter(
            ({ country, age }) =>
              (country === "" || country === undefined ? null : country) === group[0] && age === group[1],
          );
          const cents = own.map((row) => row.cents);
          const whole = total(rows.map((row) => row.cents));
          expect(customers).toBe(own.length);
          expect(customers).toBeGreaterThan(0);
          expect(shareOfCustomers).toBe(own.length / rows.length);
          expect(values.cents).toEqual({
            sum: total(cents),
            share: whole > 0 ? total(cents) / whole : null,
            mean: total(cents) / own.length,
            median: middle(cents),
          });
          const count = own.filter(({ retained }) => Boolean(retained)).length;
          expect(rates.retained).toEqual({ count, ...proportionInterval(count, own.length) });
        }
        expect(total(groups.map(({ customers }) => customers))).toBe(all.customers);
        expect(total(groups.map(({ values }) => values.cents.sum))).toBe(all.values.cents.sum);
        expect(total(groups.map(({ rates }) => rates.retained.count))).toBe(all.rates.retained.count);
        expect(all.customers).toBe(rows.length);
        expect(all.values.cents.median).toBe(middle(rows.map((row) => row.cents)));
        expect(new Set(groups.map(({ group }) => JSON.stringify(group))).size).toBe(groups.length);
      }),
    );
  });

  it("are the same in whatever order the rows come, but for their own order", () => {
    fc.assert(
      fc.property(arbitraryRows, fc.array(fc.nat(), { minLength: 1 }), (rows, order) => {
        const byGroup = (result: ReturnType<typeof summary>) =>
          new Map(result.rows.map((row) => [JSON.stringify(row.group), row]));
        const [one, other] = [summary(rows), summary(shuffled(rows, order))];
        expect(byGroup(other)).toEqual(byGroup(one));
        expect(other.total).toEqual(one.total);
      }),
    );
  });
});
