import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TierName } from "../../src/segmentation/value-tier-spec.ts";
import { type ValueTierOptions, valueTiers } from "../../src/segmentation/value-tiers.ts";
import { relativeError } from "../support/relative-error.ts";

interface Row {
  readonly customerId: string;
  readonly value: number;
}

/** Values of a shop: many alike, some zeros, some below, or all different. */
const arbitraryValue: fc.Arbitrary<number> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(20, 20, 20, 35) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 1_000_000 }).map((cents) => cents / 100) },
  { weight: 1, arbitrary: fc.constantFrom(0, -0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5_000 }).map((cents) => -cents / 100) },
);

const arbitraryBase: fc.Arbitrary<readonly Row[]> = fc
  .array(arbitraryValue, { maxLength: 120 })
  .map((values) => values.map((value, i) => ({ customerId: i === 0 ? "__proto__" : `c${i}`, value })));

const arbitraryOptions: fc.Arbitrary<ValueTierOptions<Row>> = fc.oneof(
  fc.constant({}),
  fc.constant({ tiers: "deciles" as const }),
  fc.integer({ min: 2, max: 20 }).map((tiers) => ({ tiers })),
  fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 }).map((parts) => {
    const sum = parts.reduce((total, part) => total + part, 0);
    return { tiers: { shares: parts.map((part) => part / sum) } };
  }),
);

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const property = (check: (rows: readonly Row[], options: ValueTierOptions<Row>) => void): void =>
  fc.assert(fc.property(arbitraryBase, arbitraryOptions, check), { numRuns: 300 });

describe("tiers of value", () => {
  it("hold everybody once, and add up to the base", () => {
    property((rows, options) => {
      const result = valueTiers(rows, "value", options);
      expect(result.rows.map(({ customerId }) => customerId)).toEqual(
        rows.map(({ customerId }) => customerId),
      );
      expect(total(result.tiers.map(({ customers }) => customers))).toBe(rows.length);
      expect(total(result.tiers.map(({ value }) => value))).toBeCloseTo(
        total(rows.map(({ value }) => value)),
        6,
      );
      for (const tier of result.tiers) {
        const own = result.rows.filter((row) => row.tier === tier.tier).map(({ value }) => value);
        expect(tier.customers).toBe(own.length);
        expect(tier.value).toBeCloseTo(total(own), 6);
        expect(tier.lowest).toBe(own.length === 0 ? null : Math.min(...own));
        expect(tier.highest).toBe(own.length === 0 ? null : Math.max(...own));
        if (tier.shareOfValue !== null) {
          expect(relativeError(tier.shareOfValue * result.value, tier.value)).toBeLessThan(1e-12);
        }
      }
      expect(result.zeros.customers).toBe(rows.filter(({ value }) => value === 0).length);
      const negatives = rows.filter(({ value }) => value < 0);
      expect(result.negatives.customers).toBe(negatives.length);
      expect(result.negatives.value).toBeCloseTo(total(negatives.map(({ value }) => value)), 6);
    });
  });

  it("keep equal values together, and never put a higher one lower", () => {
    property((rows, options) => {
      const { rows: tiered, tiers } = valueTiers(rows, "value", options);
      const place = new Map(tiers.map(({ tier }, at) => [tier, at]));
      const ordered = [...tiered].sort((left, right) => right.value - left.value);
      for (const [i, row] of ordered.entries()) {
        const next = ordered[i + 1];
        if (next === undefined) continue;
        if (row.value === next.value) expect([next.tier, next.rank]).toEqual([row.tier, row.rank]);
        expect(place.get(row.tier)).toBeLessThanOrEqual(place.get(next.tier) ?? -1);
      }
      for (const { value, rank, tier } of tiered) {
        expect(rank).toBe(1 + rows.filter((other) => other.value > value).length);
        expect(tier === "none").toBe(value <= 0);
      }
    });
  });

  it("are the same in whatever order the rows come", () => {
    property((rows, options) => {
      const forth = valueTiers(rows, "value", options);
      const back = valueTiers([...rows].reverse(), "value", options);
      const byCustomer = ({ rows: tiered }: typeof forth) =>
        new Map(tiered.map(({ index: _, customerId, ...row }) => [customerId, row]));
      expect(byCustomer(back)).toEqual(byCustomer(forth));
      for (const [at, { value, shareOfValue: _, mean: __, ...tier }] of back.tiers.entries()) {
        expect(forth.tiers[at]).toMatchObject(tier);
        expect(value).toBeCloseTo(forth.tiers[at]?.value ?? Number.NaN, 6);
      }
    });
  });

  it("of distinct values miss their shares by less than a customer", () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(distinct, fc.integer({ min: 2, max: 12 }), (values, tiers) => {
        const rows = values.map((value) => ({ value }));
        let upTo = 0;
        for (const [at, { customers }] of valueTiers(rows, "value", { tiers })
          .tiers.slice(0, tiers)
          .entries()) {
          upTo += customers;
          expect(upTo).toBe(Math.ceil(((at + 1) * values.length) / tiers));
        }
      }),
    );
  });

  it("of customers of equal value are those of the one in their middle", () => {
    property((rows, options) => {
      const { rows: tiered, tiers } = valueTiers(rows, "value", options);
      const place = (tier: TierName | undefined) => tiers.findIndex((each) => each.tier === tier);
      const positive = tiered
        .filter(({ value }) => value > 0)
        .sort((left, right) => right.value - left.value);
      // As many customers, no two alike: the middle one of each group is where the group is, or the middle two are on its either side.
      const alone = positive.map((_, i) => ({ customerId: `c${i}`, value: positive.length - i }));
      const apart = valueTiers(alone, "value", options).rows;
      for (const value of new Set(positive.map((row) => row.value))) {
        const first = positive.findIndex((row) => row.value === value);
        const last = positive.findLastIndex((row) => row.value === value);
        const own = place(positive[first]?.tier);
        expect(own).toBeGreaterThanOrEqual(place(apart[Math.floor((first + last) / 2)]?.tier));
        expect(own).toBeLessThanOrEqual(place(apart[Math.ceil((first + last) / 2)]?.tier));
      }
    });
  });
});
